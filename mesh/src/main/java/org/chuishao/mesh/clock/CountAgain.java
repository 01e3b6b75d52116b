package org.chuishao.mesh.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * Counts a ticket's own clocks again where another rule holds for it now, from the instant that they started at: the old
 * end is kept, with the reason. What was missed already stays missed; where no rule sets a limit any more the clock ends.
 */
@ApplicationScoped
public class CountAgain {

    private static final String ROWS = """
            select id, ticket_id, act, rule, region, started_at, due_at from deadline
            where ticket_id = any($1) and assignment is null and act = any($2)
                and state in ('RUNNING', 'APPROACHING') and stopped_at is null
            order by id for update
            """;
    private static final String MOVE = """
            with moved as (
                select * from json_to_recordset($1::text::json) as m (id uuid, region text, rule text, reason text,
                    calendar text, provisional boolean, limit_unit text, counted text, start_rule text, band smallint,
                    due_at timestamptz, yellow_at timestamptz)
            ), kept as (
                insert into deadline_change (deadline_id, at, old_due_at, new_due_at, reason, calendar)
                select d.id, $2, d.due_at, m.due_at, m.reason, m.calendar
                from moved m join deadline d using (id) where m.due_at <> d.due_at
            )
            update deadline d set region = m.region, rule = m.rule, calendar = m.calendar, provisional = m.provisional,
                limit_unit = m.limit_unit, counted = m.counted, start_rule = m.start_rule, band = m.band,
                due_at = m.due_at, yellow_at = m.yellow_at,
                state = case when m.yellow_at > $2 then 'RUNNING' else d.state end,
                next_at = case when m.yellow_at > $2 then m.yellow_at else m.due_at end
            from moved m where d.id = m.id
            """;

    private final Deadlines deadlines;
    private final Rulebook rulebook;

    CountAgain(Deadlines deadlines, Rulebook rulebook) {
        this.deadlines = deadlines;
        this.rulebook = rulebook;
    }

    private record Again(UUID id, String rule, Instant due, Deadline now) {

        boolean moved() {
            return !due.equals(now.dueAt());
        }
    }

    /** @param tickets as they are now, each once */
    public Uni<Void> of(ReaderTransaction transaction, Collection<Clocked> tickets, Set<Act> acts) {
        if (tickets.isEmpty() || acts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<UUID, Clocked> byTicket =
                tickets.stream().collect(Collectors.toMap(Clocked::ticket, Function.identity(), (a, b) -> b));
        return transaction
                .sql()
                .preparedQuery(ROWS)
                .execute(Tuple.of(
                        byTicket.keySet().toArray(UUID[]::new),
                        acts.stream().map(Act::name).toArray(String[]::new)))
                .chain(rows -> {
                    List<Again> again = new ArrayList<>();
                    List<Over> over = new ArrayList<>();
                    for (Row row : rows) {
                        Clocked whose = byTicket.get(row.getUUID("ticket_id"));
                        if (whose != null) {
                            count(row, whose, again, over);
                        }
                    }
                    return deadlines
                            .annul(transaction, over, "no limit any more")
                            .chain(() -> write(transaction, again, byTicket));
                });
    }

    private void count(Row row, Clocked whose, List<Again> again, List<Over> over) {
        Act act = Act.valueOf(row.getString("act"));
        Instant started = row.getOffsetDateTime("started_at").toInstant();
        Counting counting = rulebook.counting();
        ClockRule rule = counting.rule(act, whose, null, started).orElse(null);
        if (rule == null) {
            over.add(new Over(whose.ticket(), null, act, whose.seen()));
            return;
        }
        Deadline now = counting.by(rule, rule.limit(), act, whose, started);
        String was = row.getString("rule");
        if (!was.equals(now.rule()) || !row.getString("region").equals(whose.region())) {
            Instant due = row.getOffsetDateTime("due_at").toInstant();
            again.add(new Again(row.getUUID("id"), was, due, now));
        }
    }

    private static Uni<Void> write(ReaderTransaction transaction, List<Again> again, Map<UUID, Clocked> tickets) {
        if (again.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        again.forEach(it -> rows.add(row(it)));
        return transaction
                .sql()
                .preparedQuery(MOVE)
                .execute(Tuple.of(rows.encode(), transaction.now().atOffset(ZoneOffset.UTC)))
                .chain(() -> transaction.append(again.stream()
                        .filter(Again::moved)
                        .map(it -> said(it, tickets))
                        .toList()));
    }

    private static JsonObject row(Again it) {
        Deadline now = it.now();
        return new JsonObject()
                .put("id", it.id().toString())
                .put("region", now.region())
                .put("rule", now.rule())
                .put("reason", now.rule() + " instead of " + it.rule())
                .put("calendar", now.calendar())
                .put("provisional", now.provisional())
                .put("limit_unit", now.limit().unit().code())
                .put("counted", now.limit().toString())
                .put("start_rule", now.start().name())
                .put("band", now.band().ordinal())
                .put("due_at", now.dueAt().toString())
                .put("yellow_at", now.first().toString());
    }

    private static Draft said(Again it, Map<UUID, Clocked> tickets) {
        Deadline now = it.now();
        Clocked whose = tickets.get(now.ticket());
        return new Draft(
                now.ticket(),
                now.round(),
                null,
                whose == null ? 0 : whose.seen(),
                new DeadlineArmed(it.id(), now.act().name(), now.dueAt(), now.rule()));
    }
}
