package org.chuishao.grid.patrol;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.chuishao.grid.assignment.References;
import org.chuishao.grid.location.Point;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/** A worker reports what he found in a grid of his: it gets the id of a ticket here, and its number from intake. */
@ApplicationScoped
class ReportPatrol {

    private static final String WORKS_THERE = """
            SELECT count(*) FROM membership m WHERE m.grid = ?1 AND m.worker = ?2
                AND m.valid_from <= app_now() AND (m.valid_to IS NULL OR m.valid_to > app_now())
            """;
    private static final String KEEP = """
            INSERT INTO patrol_report (ticket_id, grid, worker, solved_on_spot, reported_at) VALUES (?1, ?2, ?3, ?4, ?5)
            """;

    private final Ledger ledger;
    private final Idempotency idempotency;
    private final Sealer sealer;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Clock clock;
    private final ObjectMapper mapper;

    ReportPatrol(
            Ledger ledger,
            Idempotency idempotency,
            Sealer sealer,
            Scopes scopes,
            CurrentScope current,
            Clock clock,
            ObjectMapper mapper) {
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.sealer = sealer;
        this.scopes = scopes;
        this.current = current;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** @param capturedAt where a phone kept it for a while */
    @Command
    @WithTransaction
    Uni<Reply> report(@Nullable String key, NewReport found, @Nullable Instant capturedAt) {
        IdempotentCall call = IdempotentCall.of(current.get().subject(), PatrolResource.PATH, key, found, mapper);
        String worker = current.get().worker();
        if (worker == null) {
            throw Problem.forbidden("The token names no worker.");
        }
        GridReported event = event(found, capturedAt);
        return scopes.enter().chain(() -> idempotency.once(call, () -> report(worker, found, event)));
    }

    private Uni<Reply> report(String worker, NewReport found, GridReported event) {
        UUID ticket = Ids.next();
        PatrolReport kept = new PatrolReport(
                ticket,
                found.grid(),
                worker,
                found.solvedOnSpot(),
                clock.instant().atOffset(ZoneOffset.UTC),
                null);
        return worksThere(found.grid(), worker)
                .chain(() -> ledger.record(ticket, event))
                .call(() -> keep(kept))
                .map(after -> reply(kept, after));
    }

    private static Uni<Void> worksThere(String grid, String worker) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WORKS_THERE, Long.class)
                        .setParameter(1, grid)
                        .setParameter(2, worker)
                        .getSingleResult())
                .invoke(found -> {
                    if (found == 0) {
                        throw Problem.invalid("grid", "is none that you work in now");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Integer> keep(PatrolReport it) {
        return Panache.getSession().chain(session -> session.createNativeQuery(KEEP)
                .setParameter(1, it.id())
                .setParameter(2, it.grid())
                .setParameter(3, it.worker())
                .setParameter(4, it.solvedOnSpot())
                .setParameter(5, it.reportedAt().toInstant())
                .executeUpdate());
    }

    private Reply reply(PatrolReport it, TicketState after) {
        PatrolReport told =
                new PatrolReport(it.id(), it.grid(), it.worker(), it.solvedOnSpot(), it.reportedAt(), after.state());
        return Reply.created(null, told, mapper);
    }

    private GridReported event(NewReport it, @Nullable Instant capturedAt) {
        Point at = it.position();
        Place place = new Place(
                it.place() == null || it.place().isBlank() ? null : sealer.seal(it.place()),
                it.grid(),
                at == null ? null : at.longitude(),
                at == null ? null : at.latitude(),
                crs(at));
        return new GridReported(
                sealer.seal(it.title()),
                sealer.seal(it.content()),
                place,
                it.grid(),
                References.evidence(it.evidence()),
                it.solvedOnSpot(),
                capturedAt,
                null);
    }

    private static Place.@Nullable Crs crs(@Nullable Point at) {
        return at == null ? null : at.crs();
    }
}
