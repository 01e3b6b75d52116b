package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Tells the other services of warnings, on {@code governance-warnings}, as each stands when it is told of. */
@ApplicationScoped
class Tell {

    /** One shard for all, so that what is told of a warning stays in order. */
    private static final String WRITE = """
            insert into outbox (event_id, shard, topic, key, attributes, data)
            select e.event, 0, 'governance-warnings', w.region,
                jsonb_build_object('id', e.event, 'type', 'org.chuishao.warning.' || e.type || '.v1',
                    'source', '/chuishao/analytics', 'subject', w.id,
                    'time', to_char(app_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
                jsonb_build_object('rule', w.rule, 'level', w.level, 'state', w.state, 'region', w.region,
                    'category', w.category, 'network', w.network, 'at', w.at, 'tickets', w.tickets,
                    'people', w.people)::text
            from (select gen_random_uuid() as event, n.* from unnest($1::uuid[], $2::text[]) with ordinality
                as n (warning, type, ord)) e
            join warning w on w.id = e.warning
            order by e.ord
            """;

    /** @param type such as {@code raised} */
    record Told(UUID warning, String type) {}

    Uni<Void> of(SqlClient sql, List<Told> all) {
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(WRITE)
                        .execute(Tuple.of(
                                all.stream().map(Told::warning).toArray(UUID[]::new),
                                all.stream().map(Told::type).toArray(String[]::new)))
                        .replaceWithVoid();
    }
}
