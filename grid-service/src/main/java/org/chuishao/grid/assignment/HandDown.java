package org.chuishao.grid.assignment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chuishao.grid.assignment.Asks.HandDownRequest;
import org.chuishao.grid.member.Holder;
import org.chuishao.grid.member.MemberRole;
import org.chuishao.grid.member.Placement;
import org.chuishao.grid.member.PlacementRequest;
import org.chuishao.grid.unit.KnownUnits;
import org.chuishao.grid.unit.Territory;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** Finds who gets what a unit hands down, and has it recorded. */
@ApplicationScoped
class HandDown {

    private static final int COMMUNITY_DIGITS = 12;

    private final Assignments assignments;
    private final KnownUnits units;
    private final Placement placement;
    private final RecordHandDown record;
    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Clock clock;

    HandDown(
            Assignments assignments,
            KnownUnits units,
            Placement placement,
            RecordHandDown record,
            Pool pool,
            Scopes scopes,
            CurrentScope current,
            Clock clock) {
        this.assignments = assignments;
        this.units = units;
        this.placement = placement;
        this.record = record;
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.clock = clock;
    }

    /** Who it is handed to is found before the transaction that hands it down: no connection waits for a second one. */
    Uni<Reply> handDown(IdempotentCall call, UUID id, HandDownRequest request) {
        Scope scope = current.get();
        return parent(scope, id)
                .chain(parent -> units.require(parent.unit, "unit")
                        .chain(from -> target(from, parent.region, request))
                        .chain(to -> part(scope, parent, to, request)))
                .chain(part -> record.record(call, scope, part, request.note()));
    }

    private Uni<Assignment> parent(Scope scope, UUID id) {
        return Panache.withTransaction(() ->
                scopes.enter().chain(() -> assignments.ticketOf(scope, id)).chain(ticket -> assignments.findById(id)));
    }

    private Uni<Unit> target(Unit from, String region, HandDownRequest request) {
        String grid = request.grid();
        String unit = grid == null ? request.unit() : Territory.office(grid.substring(0, COMMUNITY_DIGITS));
        String field = grid == null ? "unit" : "grid";
        if (unit == null || (grid != null && request.unit() != null)) {
            throw Problem.invalid("unit", "is needed, or else a grid: one of the two");
        }
        return units.require(unit, field).invoke(to -> {
            boolean ownGrid = grid != null && from.id().equals(to.id());
            Optional<String> why = ownGrid ? Optional.empty() : Ladder.against(from, to, region);
            why.ifPresent(text -> {
                throw Problem.invalid(field, text);
            });
        });
    }

    private Uni<Part> part(Scope scope, Assignment parent, Unit to, HandDownRequest request) {
        String region = parent.region.startsWith(to.region()) ? parent.region : to.region();
        Optional<TerritorialUnit> community = TerritorialUnit.of(to.id());
        if (community.isEmpty()) {
            return Uni.createFrom().item(Part.of(parent.id, to.id(), region, null));
        }
        String place = request.grid() == null ? community.get().nearest(region) : request.grid();
        return holder(scope, to, place, parent.ticket).map(holder -> {
            boolean there = holder.map(it -> it.place().equals(request.grid())).orElse(false);
            if (request.grid() != null && !there) {
                throw Problem.invalid("grid", "has nobody who holds the worker's role");
            }
            return Part.of(parent.id, to.id(), region, holder.orElse(null));
        });
    }

    /** Whoever hands down to a community may know who works in its grids: the scope of this one question is the community. */
    private Uni<Optional<Holder>> holder(Scope scope, Unit community, String place, UUID ticket) {
        Scope there = new Scope(scope.subject(), scope.role(), Set.of(community.region()), null, null, null);
        PlacementRequest request =
                PlacementRequest.ofRole(ticket, place, MemberRole.FULL_TIME_WORKER, clock.instant(), ticket);
        return pool.withTransaction(sql -> scopes.enter(sql, there).chain(() -> placement.resolve(sql, request)));
    }
}
