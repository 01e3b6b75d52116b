package org.chuishao.grid.member;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/** Records that a worker of the supervisor's region is away, and who stands in for him. */
@ApplicationScoped
class RecordAbsence {

    private static final String KNOWN = "select id from worker where id in (?1, ?2)";
    private static final String INSERT = """
            insert into absence (id, worker, unit, region, stand_in, from_at, to_at)
            select ?1, w.id, w.unit, w.region, cast(?3 as text), ?4, ?5 from worker w where w.id = ?2
            """;

    private final Idempotency idempotency;
    private final Scopes scopes;
    private final ObjectMapper mapper;

    RecordAbsence(Idempotency idempotency, Scopes scopes, ObjectMapper mapper) {
        this.idempotency = idempotency;
        this.scopes = scopes;
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
        return scopes.enter().chain(() -> idempotency.once(call, () -> record(worker, absence)));
    }

    private Uni<Reply> record(String worker, Absence absence) {
        if (!absence.to().isAfter(absence.from())) {
            throw Problem.invalid("to", "must be after from");
        }
        if (worker.equals(absence.standIn())) {
            throw Problem.invalid("standIn", "must be somebody else");
        }
        UUID id = Ids.next();
        AbsenceView view = new AbsenceView(id, worker, absence.from(), absence.to(), absence.standIn());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOWN, String.class)
                        .setParameter(1, worker)
                        .setParameter(2, absence.standIn() == null ? worker : absence.standIn())
                        .getResultList()
                        .invoke(known -> check(known, worker, absence.standIn()))
                        .chain(() -> session.createNativeQuery(INSERT)
                                .setParameter(1, id)
                                .setParameter(2, worker)
                                .setParameter(3, absence.standIn())
                                .setParameter(4, absence.from())
                                .setParameter(5, absence.to())
                                .executeUpdate()))
                .map(rows -> Reply.created("/api/v1/workers/" + worker + "/absences", view, mapper));
    }

    private static void check(List<String> known, String worker, @Nullable String standIn) {
        if (!known.contains(worker)) {
            throw Problem.notFound("worker");
        }
        if (standIn != null && !known.contains(standIn)) {
            throw Problem.invalid("standIn", "is not a known worker");
        }
    }
}
