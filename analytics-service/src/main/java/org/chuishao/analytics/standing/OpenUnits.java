package org.chuishao.analytics.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/** Keeps open tickets by unit like {@code open_ticket}, from which they are made; what has not changed is not written. */
final class OpenUnits {

    private static final String FOLLOW = """
            with gone as (
                delete from open_ticket_unit u where u.ticket_id = any($1) and not exists (
                    select from open_ticket t where t.ticket_id = u.ticket_id and u.unit = any(t.units))
            )
            insert into open_ticket_unit as u (unit, ticket_id, region, holder, in_grid, climbed, overdue)
            select unnest(t.units), t.ticket_id, t.region, t.holder, t.in_grid, t.climbed, t.overdue
            from open_ticket t where t.ticket_id = any($1)
            on conflict (unit, ticket_id) do update set (region, holder, in_grid, climbed, overdue) = (excluded.region,
                excluded.holder, excluded.in_grid, excluded.climbed, excluded.overdue)
            where (u.region, u.holder, u.in_grid, u.climbed, u.overdue) is distinct from (excluded.region, excluded.holder,
                excluded.in_grid, excluded.climbed, excluded.overdue)
            """;

    private OpenUnits() {}

    static Uni<Void> follow(SqlConnection sql, UUID[] tickets) {
        return sql.preparedQuery(FOLLOW)
                .execute(Tuple.tuple().addArrayOfUUID(tickets))
                .replaceWithVoid();
    }
}
