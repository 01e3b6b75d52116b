package org.chuishao.analytics.warning.season;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.analytics.warning.season.SeasonResource.Item;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;

/** Keeps seasons, with the audit, and reads those in scope. */
@ApplicationScoped
class Seasons {

    private static final String ALL = """
            select code, name, region, category, begins, ends, lead_days from season order by begins, code
            """;
    private static final String KEEP = """
            insert into season (code, region, name, category, begins, ends, lead_days) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (code) do update set region = excluded.region, name = excluded.name,
                category = excluded.category, begins = excluded.begins, ends = excluded.ends,
                lead_days = excluded.lead_days, said_at = excluded.said_at
            """;
    private static final String AUDIT =
            "insert into audit (role, actor, action, detail) values ($1, $2, 'season.kept', $3)";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;

    Seasons(Pool pool, Scopes scopes, CurrentScope current) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
    }

    Uni<List<Item>> all() {
        return pool.withTransaction(
                        sql -> scopes.enter(sql).chain(() -> sql.query(ALL).execute()))
                .map(rows -> Rows.list(rows).stream().map(Seasons::item).toList());
    }

    @Command
    Uni<Void> keep(String code, Season season) {
        Scope scope = current.get();
        Actor actor = scope.actor();
        Tuple values = Tuple.from(List.of(
                code,
                season.region(),
                season.name(),
                season.category(),
                season.begins(),
                season.ends(),
                season.leadDays()));
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                .chain(() -> sql.preparedQuery(KEEP).execute(values))
                .chain(() -> sql.preparedQuery(AUDIT).execute(Tuple.of(actor.role(), actor.id(), code)))
                .replaceWithVoid());
    }

    private static Item item(Row row) {
        return new Item(
                row.getString("code"),
                new Season(
                        row.getString("name"),
                        row.getString("region"),
                        row.getString("category"),
                        row.getLocalDate("begins"),
                        row.getLocalDate("ends"),
                        row.getInteger("lead_days")));
    }
}
