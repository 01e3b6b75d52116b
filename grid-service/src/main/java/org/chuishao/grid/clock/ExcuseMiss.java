package org.chuishao.grid.clock;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineExcused;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.NativeTime;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor excuses that an act came late which was done in time, where there was no network: the time of receipt
 * decides the clock, so the miss stays, with a node of its own beside it.
 */
@ApplicationScoped
class ExcuseMiss {

    /** As far as row-level security lets the caller see it. */
    private static final String MISSED = """
            select d.ticket_id, d.assignment, d.act, d.state, d.due_at, c.captured_at, d.started_at,
                   d.stopped_at is not null as done,
                   exists (select from deadline_excuse e where e.deadline = d.id) as excused
            from deadline d left join captured_act c on c.assignment = d.assignment and c.act = d.act
            where d.id = ?1
            """;

    private static final String KEEP = """
            insert into deadline_excuse (deadline, captured_at, words, supervisor) values (?1, ?2, ?3, ?4)
            """;

    private final Ledger ledger;
    private final Idempotency idempotency;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Sealer sealer;
    private final ObjectMapper mapper;

    ExcuseMiss(
            Ledger ledger,
            Idempotency idempotency,
            Scopes scopes,
            CurrentScope current,
            Sealer sealer,
            ObjectMapper mapper) {
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.scopes = scopes;
        this.current = current;
        this.sealer = sealer;
        this.mapper = mapper;
    }

    /** @param words why it is excused */
    record Excuse(@NotBlank @Size(max = 2_000) String words) {}

    /** @param capturedAt when the act was done, by the phone */
    record Excused(UUID deadline, String act, OffsetDateTime dueAt, OffsetDateTime capturedAt) {}

    private record Miss(
            UUID ticket,
            @Nullable UUID assignment,
            String act,
            String state,
            Instant dueAt,
            @Nullable Instant capturedAt,
            Instant startedAt,
            boolean done,
            boolean excused) {}

    @Command
    @WithTransaction
    Uni<Reply> excuse(IdempotentCall call, UUID deadline, Excuse body) {
        return scopes.enter().chain(() -> idempotency.once(call, () -> excuse(deadline, body)));
    }

    private Uni<Reply> excuse(UUID deadline, Excuse body) {
        Sealed words = sealer.seal(body.words());
        return find(deadline).chain(miss -> {
            Instant captured = inTime(miss);
            DeadlineExcused event = new DeadlineExcused(deadline, miss.act(), miss.dueAt(), captured, words);
            return ledger.record(miss.ticket(), miss.assignment(), event)
                    .chain(() -> find(deadline))
                    // the ticket's lock came with the ledger: another may have been first
                    .invoke(ExcuseMiss::inTime)
                    .chain(() -> keep(deadline, captured, words))
                    .map(kept -> Reply.created("/api/v1/deadlines?ticket=" + miss.ticket(), view(event), mapper));
        });
    }

    /** When it was done. Refused where nothing was missed, or nothing says that it was done in time. */
    private static Instant inTime(Miss miss) {
        if (!miss.state().equals("MISSED")) {
            throw Problem.conflict("It was not missed: it is " + miss.state() + ".");
        }
        if (miss.excused()) {
            throw Problem.conflict("It is excused already.");
        }
        Instant captured = miss.capturedAt();
        if (!miss.done() || captured == null || captured.isBefore(miss.startedAt())) {
            throw Problem.conflict("No phone has sent that it was done since it was owed, where there was no network.");
        }
        if (captured.isAfter(miss.dueAt())) {
            throw Problem.conflict("It was done at " + captured + ", after the limit at " + miss.dueAt() + ".");
        }
        return captured;
    }

    private static Uni<Miss> find(UUID deadline) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MISSED, Object[].class)
                        .setParameter(1, deadline)
                        .getSingleResultOrNull())
                .map(row -> {
                    if (row == null) {
                        throw Problem.notFound("deadline");
                    }
                    return new Miss(
                            (UUID) row[0],
                            (UUID) row[1],
                            (String) row[2],
                            (String) row[3],
                            NativeTime.instant(row[4]),
                            row[5] == null ? null : NativeTime.instant(row[5]),
                            NativeTime.instant(row[6]),
                            (Boolean) row[7],
                            (Boolean) row[8]);
                });
    }

    private Uni<Integer> keep(UUID deadline, Instant captured, Sealed words) {
        return Panache.getSession().chain(session -> session.createNativeQuery(KEEP)
                .setParameter(1, deadline)
                .setParameter(2, captured)
                .setParameter(3, words.value())
                .setParameter(4, current.get().subject())
                .executeUpdate());
    }

    private static Excused view(DeadlineExcused it) {
        return new Excused(
                it.deadline(), it.act(), DeadlineView.local(it.dueAt()), DeadlineView.local(it.capturedAt()));
    }
}
