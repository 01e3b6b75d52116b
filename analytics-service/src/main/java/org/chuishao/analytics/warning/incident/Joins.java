package org.chuishao.analytics.warning.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Complaints that join the ticket of their incident: each is told of once, in however many of its warnings it stands. */
public final class Joins {

    /** What was told before this statement is seen by it as it was. */
    private static final String MARK = """
            with marked as (
                update warning_ticket t set told = true
                from warning w join proactive_ticket p on p.id in (w.incident, w.id) and p.follow = 'TICKET'
                where t.warning = w.id and not t.told and w.state = 'CONFIRMED'
                    and w.id in (select unnest($1::uuid[])
                        union select x.id from warning o join warning x on x.incident = o.incident where o.id = any($1))
                returning t.warning, t.ticket_id, p.id as joined
            )
            select distinct on (m.joined, m.ticket_id) m.warning, m.ticket_id from marked m
            where not exists (
                select from warning_ticket o join warning x on x.id = o.warning
                where o.ticket_id = m.ticket_id and o.told and m.joined in (x.incident, x.id))
            order by m.joined, m.ticket_id, m.warning
            """;

    private Joins() {}

    /** Those that have come since the last time, by warning, of these warnings and of their incidents' others. */
    public static Uni<Map<UUID, List<UUID>>> of(SqlConnection sql, Collection<UUID> warnings) {
        return sql.preparedQuery(MARK)
                .execute(Tuple.of((Object) warnings.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, List<UUID>> joins = new LinkedHashMap<>();
                    rows.forEach(row -> joins.computeIfAbsent(row.getUUID(0), id -> new ArrayList<>())
                            .add(row.getUUID(1)));
                    return joins;
                });
    }
}
