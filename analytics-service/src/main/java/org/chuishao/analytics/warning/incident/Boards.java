package org.chuishao.analytics.warning.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;

/**
 * What is decided about a matter in a city is decided by one at a time: which incident a warning belongs to, and what a person
 * says of it. Taken before any row is locked, and all of a transaction at once, so that nobody waits in a circle.
 */
public final class Matters {

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('incident ' || matter, 0))
            from (select distinct unnest($1::text[]) as matter order by 1) m
            """;

    private Matters() {}

    public static String of(String region, String category) {
        int dot = category.indexOf('.');
        return region.substring(0, Math.min(Placed.CITY, region.length()))
                + '|'
                + (dot < 0 ? category : category.substring(0, dot));
    }

    public static Uni<Void> lock(SqlConnection sql, Collection<String> matters) {
        return sql.preparedQuery(LOCK)
                .execute(Tuple.of(matters.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
