package org.chuishao.analytics.warning.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.chuishao.analytics.matter.Categories;
import org.chuishao.analytics.matter.Matters;

/**
 * Which warnings may be about one incident: those of a city and an industry line, or of a matter that no line has. What is
 * decided about them is decided by one at a time: what incident a warning belongs to, and what a person says of it. That is
 * taken before any row is locked, and all of a transaction at once, so that nobody waits in a circle.
 */
@ApplicationScoped
public class Boards {

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('incident ' || board, 0))
            from (select distinct unnest($1::text[]) as board order by 1) b
            """;

    private final Matters matters;

    Boards(Matters matters) {
        this.matters = matters;
    }

    public String of(String region, String category) {
        String line = matters.line(category);
        return region.substring(0, Math.min(Placed.CITY, region.length()))
                + '|'
                + (line == null ? Categories.matter(category) : line);
    }

    public Uni<Void> lock(SqlConnection sql, Collection<String> boards) {
        return sql.preparedQuery(LOCK)
                .execute(Tuple.of(boards.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
