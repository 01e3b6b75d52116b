package org.chuishao.intake.timeline;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.chuishao.mesh.event.DeadlineEvent;
import org.chuishao.mesh.event.NoticeEvent;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of tickets in step with the log. A command has moved state, round and secrecy ahead of it: while own events are
 * still to be read back they stay so, and the last one read sets them to what the log says, also where it came too late. What a
 * clock does, or who is told, moves none of it.
 */
@ApplicationScoped
class KeptTickets implements LogEffect {

    /** What stays as it is is not written: of a ticket that comes in by phone the first two events say nothing new. */
    private static final String UPDATE = """
            update ticket t set (state, round, region, category, severity, secret, lead_unit, units, workers, units_in_hand,
                closed_at) = row(now.*)
            from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[],
                    $9::text[], $10::text[], $11::text[], $12::boolean[], $13::timestamptz[])
                as n (id, state, round, region, category, severity, secret, lead_unit, units, workers, units_in_hand,
                    turned, closed_at)
                join ticket was using (id)
                cross join lateral (
                    select exists (select from pending_event p where p.ticket_id = n.id
                        and p.attributes ->> 'type' not like 'org.chuishao.deadline.%') as it) as ahead
                cross join lateral (
                    select case when ahead.it then was.state else n.state end,
                        case when ahead.it then was.round else n.round end,
                        n.region, n.category, n.severity,
                        case when ahead.it then was.secret else n.secret end,
                        n.lead_unit, string_to_array(n.units, ','), string_to_array(n.workers, ','), string_to_array(n.units_in_hand, ','),
                        case when n.turned then n.closed_at else was.closed_at end) as now
            where t.id = n.id and (was.state, was.round, was.region, was.category, was.severity, was.secret, was.lead_unit,
                was.units, was.workers, was.units_in_hand, was.closed_at) is distinct from row(now.*)
            """;

    private final GridReports gridReports;

    KeptTickets(GridReports gridReports) {
        this.gridReports = gridReports;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<ReadEvent> moving = events.stream()
                .filter(read -> !(read.event().data() instanceof DeadlineEvent)
                        && !(read.event().data() instanceof NoticeEvent))
                .toList();
        return moving.isEmpty()
                ? Uni.createFrom().voidItem()
                : gridReports.add(transaction, moving).chain(() -> update(transaction.sql(), TicketRow.after(moving)));
    }

    private static Uni<Void> update(SqlConnection sql, List<TicketRow> rows) {
        Tuple values = Tuple.tuple()
                .addArrayOfUUID(rows.stream().map(TicketRow::ticket).toArray(UUID[]::new))
                .addArrayOfString(texts(rows, row -> row.state().state().name()))
                .addArrayOfInteger(rows.stream().map(row -> row.state().round()).toArray(Integer[]::new))
                .addArrayOfString(texts(rows, row -> row.state().region()))
                .addArrayOfString(texts(rows, row -> row.state().category()))
                .addArrayOfString(texts(rows, row -> name(row.state().severity())))
                .addArrayOfBoolean(
                        rows.stream().map(row -> row.state().secret()).toArray(Boolean[]::new))
                .addArrayOfString(texts(rows, row -> row.state().leadUnit()))
                .addArrayOfString(texts(rows, TicketRow::units))
                .addArrayOfString(texts(rows, TicketRow::workers))
                .addArrayOfString(texts(rows, TicketRow::unitsInHand))
                .addArrayOfBoolean(rows.stream().map(TicketRow::turned).toArray(Boolean[]::new))
                .addArrayOfOffsetDateTime(
                        rows.stream().map(row -> time(row.closedAt())).toArray(OffsetDateTime[]::new));
        return sql.preparedQuery(UPDATE).execute(values).replaceWithVoid();
    }

    private static String[] texts(List<TicketRow> rows, Function<TicketRow, @Nullable String> text) {
        return rows.stream().map(text::apply).toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable Severity severity) {
        return severity == null ? null : severity.name();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
