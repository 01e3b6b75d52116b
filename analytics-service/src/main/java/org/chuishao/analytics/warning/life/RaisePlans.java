package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.warning.life.Tell.Told;
import org.chuishao.mesh.sql.Rows;
import org.chuishao.mesh.time.Ids;

/** Raises warnings that ask for a plan (SEASON); each once. */
@ApplicationScoped
public class RaisePlans {

    private static final String RAISE = """
            with raised as (
                insert into warning (id, rule, scope, level, state, region, category, deciding, least, at, raised_at, first_at,
                    last_at, tickets, people)
                select p.id, 'SEASON', p.scope, 'YELLOW', 'RAISED', p.region, p.category, p.deciding, 0, app_now(), app_now(),
                    p.first_at, p.last_at, 0, 0
                from json_populate_recordset(null::warning, $1::text::json) p
                on conflict (rule, scope, deciding) do nothing returning id, scope, level
            ), noted as (
                insert into warning_node (warning, at, type, level, role, actor, words)
                select r.id, app_now(), 'RAISED', r.level, 'service', 'analytics', w.words
                from raised r join json_to_recordset($1::text::json) as w (scope text, words text) on w.scope = r.scope
            )
            select id from raised order by id
            """;

    private final Tell tell;

    RaisePlans(Tell tell) {
        this.tell = tell;
    }

    /**
     * What a plan is due for.
     *
     * @param scope the same whenever it is asked for again
     * @param begins when it comes, {@code ends} when it is over
     * @param words what it is, for people
     */
    public record Plan(String scope, String region, String category, Instant begins, Instant ends, String words) {}

    public Uni<Void> raise(SqlConnection sql, List<Plan> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        due.forEach(plan -> rows.add(new JsonObject()
                .put("id", Ids.next().toString())
                .put("scope", plan.scope())
                .put("region", plan.region())
                .put("category", plan.category())
                .put(
                        "deciding",
                        UUID.nameUUIDFromBytes(plan.scope().getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("first_at", plan.begins().toString())
                .put("last_at", plan.ends().toString())
                .put("words", plan.words())));
        return sql.preparedQuery(RAISE)
                .execute(Tuple.of(rows.encode()))
                .map(raised -> Rows.list(raised).stream()
                        .map(row -> new Told(row.getUUID(0), "raised"))
                        .toList())
                .chain(told -> tell.of(sql, told));
    }
}
