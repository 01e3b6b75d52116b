package org.chuishao.mesh.clock;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.calendar.Due;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.Remaining;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.log.ServiceTransactions;

/**
 * Counts again what rested on a year whose holidays were not known, once they are: the old instant is kept, with the
 * reason. Paused clocks count when they go on. By batches, so that no ticket waits for all of them. What a command has in
 * hand is left provisional, for the next time that this is called.
 */
@ApplicationScoped
public class RecountDeadlines {

    private static final int MOST = 500;
    private static final String PROVISIONAL = """
            select d.*, pg_try_advisory_xact_lock(d.lock_key) as had, coalesce((select (f.state ->> 'seen')::int from ticket_fold f where f.ticket_id = d.ticket_id), 0)
                as seen
            from (
                select id, ticket_id, lock_key, round, assignment, act, rule, limit_unit, counted, counted_from, start_rule,
                    started_at, due_at
                from deadline where provisional and state in ('RUNNING', 'APPROACHING') and stopped_at is null
                    and counted is not null and calendar <> $3 and id > $1
                order by id limit $2 for update skip locked
            ) d
            """;
    private static final String MOVE = """
            with moved as (
                select * from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::boolean[])
                    as m (id, due_at, yellow_at, old_due_at, provisional)
            ), kept as (
                insert into deadline_change (deadline_id, at, old_due_at, new_due_at, reason, calendar)
                select id, $6, old_due_at, due_at, 'recounted', $7 from moved where due_at <> old_due_at
            )
            update deadline d set due_at = m.due_at, yellow_at = m.yellow_at, provisional = m.provisional, calendar = $7,
                state = case when m.yellow_at > $6 then 'RUNNING' else d.state end,
                next_at = case when m.yellow_at > $6 then m.yellow_at else m.due_at end
            from moved m where d.id = m.id
            """;
    private static final UUID FIRST = new UUID(0, 0);

    private final ServiceTransactions transactions;

    RecountDeadlines(ServiceTransactions transactions) {
        this.transactions = transactions;
    }

    private record Recounted(Row row, Due due, Instant yellow) {}

    /** @return how many were counted again */
    public Uni<Integer> by(WorkCalendar calendar) {
        return from(FIRST, calendar, 0);
    }

    private Uni<Integer> from(UUID after, WorkCalendar calendar, int done) {
        return transactions
                .run(transaction -> transaction
                        .sql()
                        .preparedQuery(PROVISIONAL)
                        .execute(Tuple.of(after, MOST, calendar.version()))
                        .map(rows -> {
                            List<Row> list = new ArrayList<>();
                            rows.forEach(list::add);
                            return list;
                        })
                        .call(rows -> write(transaction, calendar, rows)))
                .chain(rows -> {
                    Log.debugf("%d deadlines counted again", done + rows.size());
                    return rows.size() < MOST
                            ? Uni.createFrom().item(done + rows.size())
                            : from(rows.get(rows.size() - 1).getUUID("id"), calendar, done + rows.size());
                });
    }

    private static Uni<Void> write(ReaderTransaction transaction, WorkCalendar calendar, List<Row> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Recounted> all = rows.stream()
                .filter(row -> row.getBoolean("had"))
                .map(row -> recounted(row, calendar))
                .toList();
        Tuple values = Tuple.tuple()
                .addArrayOfUUID(all.stream().map(it -> it.row().getUUID("id")).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(
                        all.stream().map(it -> time(it.due().at())).toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(
                        all.stream().map(it -> time(it.yellow())).toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(all.stream()
                        .map(it -> it.row().getOffsetDateTime("due_at"))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfBoolean(
                        all.stream().map(it -> it.due().provisional()).toArray(Boolean[]::new))
                .addOffsetDateTime(time(transaction.now()))
                .addString(calendar.version());
        return transaction
                .sql()
                .preparedQuery(MOVE)
                .execute(values)
                .chain(() -> transaction.append(all.stream()
                        .filter(RecountDeadlines::moved)
                        .map(RecountDeadlines::said)
                        .toList()));
    }

    private static Recounted recounted(Row row, WorkCalendar calendar) {
        Instant from = row.getOffsetDateTime("counted_from").toInstant();
        String counted = row.getString("counted");
        Limit.Unit unit = Limit.parse("1" + row.getString("limit_unit")).unit();
        Due due = counted.contains(" ")
                ? calendar.resume(from, Remaining.parse(counted))
                : calendar.due(from, Limit.parse(counted), StartRule.valueOf(row.getString("start_rule")));
        return new Recounted(row, due, calendar.approaching(from, due, unit).at());
    }

    private static boolean moved(Recounted it) {
        return !it.due().at().equals(it.row().getOffsetDateTime("due_at").toInstant());
    }

    private static Draft said(Recounted it) {
        Row row = it.row();
        return new Draft(
                row.getUUID("ticket_id"),
                row.getInteger("round"),
                row.getUUID("assignment"),
                row.getInteger("seen"),
                new DeadlineArmed(
                        row.getUUID("id"), row.getString("act"), it.due().at(), row.getString("rule")));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
