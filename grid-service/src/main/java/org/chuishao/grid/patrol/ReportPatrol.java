package org.chuishao.grid.patrol;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
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
                AND m.valid_from <= ?3 AND (m.valid_to IS NULL OR m.valid_to > ?3)
            """;
    private static final String KEEP = """
            INSERT INTO patrol_report (ticket_id, grid, worker, solved_on_spot, reported_at, client_id)
            VALUES (?1, ?2, ?3, ?4, ?5, cast(?6 AS uuid))
            """;
    private static final String KNOWN = """
            SELECT ticket_id, grid, solved_on_spot, cast(extract(epoch FROM reported_at) * 1000 AS bigint)
            FROM patrol_report WHERE worker = ?1 AND client_id = ?2
            """;

    /** What a phone keeps for longer than this is looked at as if it were this old. */
    private static final Duration OLDEST = Duration.ofDays(30);

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
        UUID client = client(call.key());
        return scopes.enter()
                .chain(() -> idempotency.once(call, () -> known(worker, client)
                        .chain(before -> before == null
                                ? report(worker, client, found, event)
                                : Uni.createFrom().item(again(before)))));
    }

    /** The id that a phone gives; another key is kept for a week only, and may come again for something else. */
    private static @Nullable UUID client(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Uni<@Nullable PatrolReport> known(String worker, @Nullable UUID client) {
        return client == null
                ? Uni.createFrom().nullItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(KNOWN, Object[].class)
                                .setParameter(1, worker)
                                .setParameter(2, client)
                                .getSingleResultOrNull())
                        .map(row -> row == null ? null : report(worker, row));
    }

    private static PatrolReport report(String worker, Object[] row) {
        return new PatrolReport(
                (UUID) row[0],
                (String) row[1],
                worker,
                (Boolean) row[2],
                Instant.ofEpochMilli((Long) row[3]).atOffset(ZoneOffset.UTC),
                null);
    }

    private Reply again(PatrolReport it) {
        Reply first = Reply.created(null, it, mapper);
        return new Reply(first.status(), first.location(), first.json(), true);
    }

    private Uni<Reply> report(String worker, @Nullable UUID client, NewReport found, GridReported event) {
        UUID ticket = Ids.next();
        PatrolReport kept = new PatrolReport(
                ticket,
                found.grid(),
                worker,
                found.solvedOnSpot(),
                clock.instant().atOffset(ZoneOffset.UTC),
                null);
        return workedThere(found.grid(), worker, seenAt(event.capturedAt()))
                .chain(() -> ledger.record(ticket, event))
                .call(() -> keep(kept, client))
                .map(after -> reply(kept, after));
    }

    /** A phone's clock is no way into the future, nor far into the past. */
    private Instant seenAt(@Nullable Instant captured) {
        Instant now = clock.instant();
        if (captured == null || captured.isAfter(now)) {
            return now;
        }
        Instant oldest = now.minus(OLDEST);
        return captured.isBefore(oldest) ? oldest : captured;
    }

    /** By when he saw it: who has been moved meanwhile does not lose what he had found. */
    private static Uni<Void> workedThere(String grid, String worker, Instant at) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WORKS_THERE, Long.class)
                        .setParameter(1, grid)
                        .setParameter(2, worker)
                        .setParameter(3, at)
                        .getSingleResult())
                .invoke(found -> {
                    if (found == 0) {
                        throw Problem.invalid("grid", "is none that you work in, or did when you saw it");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Integer> keep(PatrolReport it, @Nullable UUID client) {
        return Panache.getSession().chain(session -> session.createNativeQuery(KEEP)
                .setParameter(1, it.id())
                .setParameter(2, it.grid())
                .setParameter(3, it.worker())
                .setParameter(4, it.solvedOnSpot())
                .setParameter(5, it.reportedAt().toInstant())
                .setParameter(6, client)
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
