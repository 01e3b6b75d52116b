package org.chuishao.analytics.backtest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.chuishao.analytics.backtest.replay.Judged;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/** Reads what people have said of a rule's warnings. */
final class JudgedWarnings {

    private static final String JUDGED = """
            select w.id, w.state <> 'FALSE' as confirmed, w.at,
                (select min(n.at) from warning_node n where n.warning = w.id and n.type in ('CONFIRMED', 'FALSE')) as judged_at,
                (select t.at from warning_ticket t where t.warning = w.id order by t.at, t.ticket_id offset 9 limit 1) as tenth_at,
                array(select t.ticket_id from warning_ticket t where t.warning = w.id) as tickets
            from warning w
            where w.rule = $1 and w.region ^@ $2 and w.last_at >= $3 and w.first_at < $4
                and ($5::text is null or w.category = $5 or w.category ^@ ($5 || '.'))
                and w.state in ('CONFIRMED', 'HANDLED', 'CLOSED', 'FALSE')
            """;

    private JudgedWarnings() {}

    static Uni<List<Judged>> of(SqlConnection sql, NewBacktest asked, Instant begin, Instant end) {
        return sql.preparedQuery(JUDGED)
                .execute(Tuple.of(
                        asked.rule().name(),
                        asked.region(),
                        begin.atOffset(ZoneOffset.UTC),
                        end.atOffset(ZoneOffset.UTC),
                        asked.category()))
                .map(rows ->
                        Rows.list(rows).stream().map(JudgedWarnings::judged).toList());
    }

    private static Judged judged(Row row) {
        return new Judged(
                row.getUUID("id"),
                row.getBoolean("confirmed"),
                row.getOffsetDateTime("at").toInstant(),
                instant(row.getOffsetDateTime("judged_at")),
                instant(row.getOffsetDateTime("tenth_at")),
                List.of(row.getArrayOfUUIDs("tickets")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
