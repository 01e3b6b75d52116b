package org.chuishao.mesh.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineAnnulled;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed.Also;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.log.TicketLock;
import org.jspecify.annotations.Nullable;

/** The deadlines of this service, as readers of the log arm and annul them. */
@ApplicationScoped
public class Deadlines {

    private static final String ARM = "select arm_clocks($1)";
    static final String ANNUL = """
            update deadline d set stopped_at = $3,
                state = case when d.due_at >= $3 or d.state = 'PAUSED' then 'ANNULLED' else d.state end,
                next_at = case when d.due_at >= $3 or d.state = 'PAUSED' then null else d.due_at end
            from unnest($1::uuid[], $2::uuid[], $4::text[]) as over (ticket_id, assignment, act)
            where d.ticket_id = over.ticket_id and (over.assignment is null or d.assignment = over.assignment)
                and (over.act is null or d.act = over.act)
                and d.state in ('RUNNING', 'APPROACHING', 'PAUSED') and d.stopped_at is null
            returning d.id, d.ticket_id, d.round, d.assignment, d.act, d.state
            """;

    /** Whose clocks are over: all of the ticket's, of one assignment, or only those of one act. */
    public record Over(
            UUID ticket,
            @Nullable UUID assignment,
            @Nullable Act act,
            int seen) {}

    /** A clock and how many of its ticket's events its author had seen. */
    public record Armed(Deadline deadline, int seen) {}

    private final KnownRules rules;

    Deadlines(KnownRules rules) {
        this.rules = rules;
    }

    /** Starts clocks, and says so on the log; waits until the rules in force are known. */
    public Uni<Void> arm(ReaderTransaction transaction, List<Armed> clocks) {
        return clocks.isEmpty() ? Uni.createFrom().voidItem() : rules.known().chain(() -> armed(transaction, clocks));
    }

    private static Uni<Void> armed(ReaderTransaction transaction, List<Armed> clocks) {
        JsonArray rows = new JsonArray();
        clocks.forEach(armed -> rows.add(row(armed.deadline())));
        return transaction
                .sql()
                .preparedQuery(ARM)
                .execute(Tuple.of(rows.encode()))
                .chain(() -> transaction.append(drafts(clocks)));
    }

    /** One event for each part, however many of its clocks begin. */
    private static List<Draft> drafts(List<Armed> clocks) {
        return byPart(clocks, Armed::deadline).stream()
                .map(its -> {
                    Deadline first = its.get(0).deadline();
                    DeadlineArmed said = said(its.stream().map(Armed::deadline).toList());
                    return new Draft(
                            first.ticket(),
                            first.round(),
                            first.assignment(),
                            its.get(0).seen(),
                            said);
                })
                .toList();
    }

    /** Those of each part together, in their order. */
    static <T> List<List<T>> byPart(List<T> clocks, Function<T, Deadline> clock) {
        return List.copyOf(clocks.stream()
                .collect(Collectors.groupingBy(it -> Part.of(clock.apply(it)), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private record Part(UUID ticket, int round, @Nullable UUID assignment) {

        static Part of(Deadline clock) {
            return new Part(clock.ticket(), clock.round(), clock.assignment());
        }
    }

    static DeadlineArmed said(List<Deadline> ofOnePart) {
        List<Also> all = ofOnePart.stream()
                .map(it -> new Also(it.id(), it.act().name(), it.dueAt(), it.rule()))
                .toList();
        Also first = all.get(0);
        List<Also> also = all.size() == 1 ? null : all.subList(1, all.size());
        return new DeadlineArmed(first.deadline(), first.act(), first.dueAt(), first.rule(), also);
    }

    /**
     * Ends clocks whose act is not owed any more: the ticket went on without the unit, or is settled. One that ran out
     * before, and has not fired yet, is left to be told as missed.
     */
    public Uni<Void> annul(ReaderTransaction transaction, Collection<Over> over, String cause) {
        if (over.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .sql()
                .preparedQuery(ANNUL)
                .execute(Tuple.of(
                        over.stream().map(Over::ticket).toArray(UUID[]::new),
                        over.stream().map(Over::assignment).toArray(UUID[]::new),
                        transaction.now().atOffset(ZoneOffset.UTC),
                        over.stream()
                                .map(it -> it.act() == null ? null : it.act().name())
                                .toArray(String[]::new)))
                .chain(rows -> {
                    List<Draft> said = new ArrayList<>();
                    for (Row row : rows) {
                        if (row.getString("state").equals("ANNULLED")) {
                            said.add(new Draft(
                                    row.getUUID("ticket_id"),
                                    row.getInteger("round"),
                                    row.getUUID("assignment"),
                                    seen(over, row.getUUID("ticket_id")),
                                    new DeadlineAnnulled(row.getUUID("id"), row.getString("act"), cause)));
                        }
                    }
                    return transaction.append(said);
                });
    }

    private static int seen(Collection<Over> over, UUID ticket) {
        return over.stream()
                .filter(it -> it.ticket().equals(ticket))
                .mapToInt(Over::seen)
                .max()
                .orElse(0);
    }

    static JsonObject row(Deadline it) {
        return new JsonObject()
                .put("id", it.id().toString())
                .put("ticket_id", it.ticket().toString())
                .put("lock_key", TicketLock.key(it.ticket()))
                .put("round", it.round())
                .put(
                        "assignment",
                        it.assignment() == null ? null : it.assignment().toString())
                .put("act", it.act().name())
                .put("region", it.region())
                .put("unit", it.unit())
                .put("worker", it.worker())
                .put("rule", it.rule())
                .put("calendar", it.calendar())
                .put("provisional", it.provisional())
                .put("limit_unit", it.limit().unit().code())
                .put("counted", it.limit().toString())
                .put("counted_from", it.startedAt().toString())
                .put("start_rule", it.start().name())
                .put("band", it.band().ordinal())
                .put("started_at", it.startedAt().toString())
                .put("due_at", it.dueAt().toString())
                .put("yellow_at", it.yellowAt() == null ? null : it.yellowAt().toString())
                .put("next_at", it.first().toString());
    }
}
