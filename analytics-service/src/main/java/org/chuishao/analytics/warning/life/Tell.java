package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.live.LiveLines;
import org.jspecify.annotations.Nullable;

/** Tells of warnings as each stands then: the other services on {@code governance-warnings}, who looks on by the live line. */
@ApplicationScoped
class Tell {

    /** One shard for all, so that what is told of a warning stays in order. */
    private static final String WRITE = """
            insert into outbox (event_id, shard, topic, key, attributes, data)
            select e.event, 0, 'governance-warnings', coalesce(p.region, w.region),
                jsonb_build_object('id', e.event, 'type', 'org.chuishao.warning.' || e.type || '.v1',
                    'source', '/chuishao/analytics', 'subject', w.id,
                    'time', to_char(app_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
                jsonb_build_object('rule', w.rule, 'level', w.level, 'state', w.state,
                    'region', coalesce(p.region, w.region), 'category', coalesce(p.category, w.category),
                    'network', w.network, 'at', w.at, 'tickets', w.tickets, 'people', w.people, 'incident', w.incident,
                    'ticket', p.id, 'title', p.title, 'content', p.content, 'note', e.note, 'joins', e.joins::jsonb)::text
            from (select gen_random_uuid() as event, n.* from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) with ordinality
                as n (warning, type, joins, note, ord)) e
            join warning w on w.id = e.warning
            left join lateral (select * from proactive_ticket p where p.id in (w.incident, w.id) order by p.id = w.id limit 1) p
                on true
            order by e.ord
            """;

    private final LiveLines live;

    Tell(LiveLines live) {
        this.live = live;
    }

    /**
     * @param type such as {@code raised}
     * @param joins complaints that join the ticket of its incident from now on
     * @param note what the ticket's units are to know beside what it was made with
     */
    record Told(
            UUID warning,
            String type,
            List<UUID> joins,
            @Nullable String note) {

        Told(UUID warning, String type) {
            this(warning, type, List.of(), null);
        }

        private String written() {
            return new JsonArray(joins.stream().map(UUID::toString).toList()).encode();
        }
    }

    Uni<Void> of(SqlClient sql, List<Told> all) {
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(WRITE)
                        .execute(Tuple.of(
                                all.stream().map(Told::warning).toArray(UUID[]::new),
                                all.stream().map(Told::type).toArray(String[]::new),
                                all.stream().map(Told::written).toArray(String[]::new),
                                all.stream().map(Told::note).toArray(String[]::new)))
                        .chain(() -> live.warnings(
                                sql,
                                all.stream().map(Told::warning).toList(),
                                all.stream().map(Told::type).toList()));
    }
}
