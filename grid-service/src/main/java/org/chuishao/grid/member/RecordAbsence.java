package org.chuishao.grid.member;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.member.AbsenceTable.StandIn;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/** Records that a worker of the supervisor's region or unit is away, and who stands in for him; ends it when he is back early. */
@ApplicationScoped
class RecordAbsence {

    /** Who is away for longer than a year works there no more: his membership ends. */
    static final Duration LONGEST = Duration.ofDays(366);

    private final AbsenceTable table;
    private final Idempotency idempotency;
    private final Scopes scopes;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    RecordAbsence(
            AbsenceTable table, Idempotency idempotency, Scopes scopes, CurrentScope current, ObjectMapper mapper) {
        this.table = table;
        this.idempotency = idempotency;
        this.scopes = scopes;
        this.current = current;
        this.mapper = mapper;
    }

    /** @param standIn who has the work meanwhile; left out, the backup or the unit's desk */
    record Absence(
            @NotNull OffsetDateTime from,
            @NotNull OffsetDateTime to,
            @Nullable @Size(min = 1, max = 100) String standIn) {}

    @Command
    @WithTransaction
    Uni<Reply> record(IdempotentCall call, String worker, Absence absence) {
        Scope by = current.get();
        return scopes.enter().chain(() -> idempotency.once(call, () -> record(by, worker, absence)));
    }

    private Uni<Reply> record(Scope by, String worker, Absence absence) {
        check(worker, absence);
        AbsenceView view = new AbsenceView(
                Ids.next(), worker, absence.from(), absence.to(), absence.standIn(), by.subject(), null);
        return table.knows(worker)
                .invoke(known -> {
                    if (!known) {
                        throw Problem.notFound("worker");
                    }
                })
                .chain(() -> checkStandIn(absence))
                .chain(() -> table.insert(view, by.subject()))
                .chain(() -> table.audit(by, "absence.recorded", view))
                .replaceWith(() -> Reply.created("/api/v1/workers/" + worker + "/absences", view, mapper));
    }

    private static void check(String worker, Absence absence) {
        if (!absence.to().isAfter(absence.from())) {
            throw Problem.invalid("to", "must be after from");
        }
        if (Duration.between(absence.from(), absence.to()).compareTo(LONGEST) > 0) {
            throw Problem.invalid("to", "must be within " + LONGEST.toDays() + " days of from");
        }
        if (worker.equals(absence.standIn())) {
            throw Problem.invalid("standIn", "must be somebody else");
        }
    }

    private Uni<Void> checkStandIn(Absence absence) {
        String standIn = absence.standIn();
        return standIn == null
                ? Uni.createFrom().voidItem()
                : table.standIn(standIn, absence.from(), absence.to())
                        .invoke(RecordAbsence::check)
                        .replaceWithVoid();
    }

    private static void check(@Nullable StandIn standIn) {
        if (standIn == null) {
            throw Problem.invalid("standIn", "is not a known worker");
        }
        if (standIn.leaves()) {
            throw Problem.invalid("standIn", "has left, or leaves before the absence is over");
        }
        if (standIn.away()) {
            throw Problem.invalid("standIn", "is away himself at that time");
        }
    }

    /** He is back early; one that has not begun never does. */
    @Command
    @WithTransaction
    Uni<Reply> end(IdempotentCall call, String worker, UUID id) {
        Scope by = current.get();
        return scopes.enter()
                .chain(() -> idempotency.once(call, () -> table.end(id, worker, by.subject())
                        .chain(ended -> ended.isEmpty()
                                ? refuse(id, worker)
                                : Uni.createFrom().item(ended.get(0)))
                        .call(view -> table.audit(by, "absence.ended", view))
                        .map(view -> Reply.created(null, view, mapper))));
    }

    private Uni<AbsenceView> refuse(UUID id, String worker) {
        return table.knows(id, worker).map(known -> {
            throw known ? Problem.conflict("It is over already.", Map.of()) : Problem.notFound("absence");
        });
    }
}
