package org.chuishao.grid.member;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.chuishao.grid.member.MembershipRequests.Begin;
import org.chuishao.grid.member.MembershipRequests.End;
import org.chuishao.grid.member.MembershipRequests.Move;
import org.chuishao.grid.page.Page;
import org.chuishao.grid.unit.Territory;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.InTurn;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.jspecify.annotations.Nullable;

/**
 * Says who works where from now on, by whoever supervises the region of each grid. What somebody has in hand where he works
 * no more goes to others by itself, as soon as this has committed.
 */
@ApplicationScoped
class ChangeMembership {

    private static final int COMMUNITY_DIGITS = 12;

    private final MembershipTable table;
    private final Idempotency idempotency;
    private final Scopes scopes;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    ChangeMembership(
            MembershipTable table, Idempotency idempotency, Scopes scopes, CurrentScope current, ObjectMapper mapper) {
        this.table = table;
        this.idempotency = idempotency;
        this.scopes = scopes;
        this.current = current;
        this.mapper = mapper;
    }

    @Command
    @WithTransaction
    Uni<Reply> begin(IdempotentCall call, String grid, Begin it) {
        Scope by = current.get();
        requireOwn(by, grid, null);
        return once(call, () -> table.lock(it.worker()).chain(now -> {
            OffsetDateTime from = MembershipRequests.notPast(it.from(), now, "from");
            if (it.to() != null && !it.to().isAfter(from)) {
                throw Problem.invalid("to", "must be after from");
            }
            MembershipView wanted = new MembershipView(
                    grid,
                    it.role(),
                    it.role().title(),
                    it.worker(),
                    it.line(),
                    Boolean.TRUE.equals(it.backup()),
                    from,
                    it.to());
            return require(table.isGrid(grid, from), () -> Problem.notFound("grid"))
                    .chain(() -> require(
                            table.isWorker(it.worker(), from),
                            () -> Problem.invalid("worker", "is not a known worker of your regions")))
                    .chain(() -> it.line() == null
                            ? Uni.createFrom().voidItem()
                            : require(
                                    table.isLine(it.line()), () -> Problem.invalid("line", "is not an industry line")))
                    .chain(() -> refuseTwice(wanted))
                    .chain(() -> table.begin(wanted))
                    .call(() -> table.audit(
                            by,
                            "membership.begun",
                            detail(it.worker(), it.role().name(), grid)));
        }));
    }

    @Command
    @WithTransaction
    Uni<Reply> end(IdempotentCall call, String grid, String worker, End it) {
        Scope by = current.get();
        requireOwn(by, grid, null);
        return once(call, () -> table.lock(worker)
                .chain(now -> table.end(grid, worker, it.role(), MembershipRequests.notPast(it.at(), now, "at")))
                .invoke(ended -> {
                    if (ended.isEmpty()) {
                        throw Problem.notFound("member");
                    }
                })
                .call(ended -> table.audit(by, "membership.ended", detail(worker, roles(ended), grid))));
    }

    /** Ends here and begins there, in one transaction: he is never in neither, and never in both. */
    @Command
    @WithTransaction
    Uni<Reply> move(IdempotentCall call, String worker, Move it) {
        Scope by = current.get();
        requireOwn(by, it.from(), "from");
        requireOwn(by, it.to(), "to");
        if (it.from().equals(it.to())) {
            throw Problem.invalid("to", "must be another grid");
        }
        return once(call, () -> table.lock(worker).chain(now -> require(
                        table.isWorker(worker, now), () -> Problem.notFound("worker"))
                .chain(() -> require(table.isGrid(it.to(), now), () -> Problem.invalid("to", "is not a grid in force")))
                .chain(() -> table.end(it.from(), worker, null, now))
                .invoke(ended -> {
                    if (ended.isEmpty()) {
                        throw Problem.invalid("from", "is no grid that he works in now");
                    }
                })
                .chain(ended -> begun(ended, it.to(), now))
                .call(() -> table.home(worker, it.from(), it.to(), office(it.from()), office(it.to())))
                .call(begun -> table.audit(
                        by, "membership.moved", detail(worker, roles(begun), it.from() + " -> " + it.to())))));
    }

    private Uni<List<MembershipView>> begun(List<MembershipView> ended, String grid, OffsetDateTime now) {
        List<MembershipView> begun = new ArrayList<>();
        return InTurn.each(ended, was -> {
                    MembershipView there = new MembershipView(
                            grid, was.role(), was.title(), was.worker(), was.line(), was.backup(), now, null);
                    return table.holds(grid, was.role(), was.worker(), now, now.plus(ChronoUnit.MICROS.getDuration()))
                            .chain(held -> held
                                    ? Uni.createFrom().voidItem()
                                    : refuseTwice(there)
                                            .chain(() -> table.begin(there))
                                            .invoke(begun::addAll)
                                            .replaceWithVoid());
                })
                .replaceWith(begun);
    }

    private Uni<Void> refuseTwice(MembershipView it) {
        return table.holds(it.grid(), it.role(), it.worker(), it.validFrom(), it.validTo())
                .invoke(held -> {
                    if (held) {
                        throw Problem.conflict("He holds this role there already.", Map.of("role", it.role()));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Reply> once(IdempotentCall call, Supplier<Uni<List<MembershipView>>> work) {
        return scopes.enter()
                .chain(() -> idempotency.once(
                        call, () -> work.get().map(them -> Reply.created(null, new Page<>(them, null), mapper))));
    }

    /** @param field of the body; null for the grid of the path, which is not there for others */
    private static void requireOwn(Scope by, String grid, @Nullable String field) {
        if (!by.covers(grid, List.of(), null)) {
            throw field == null ? Problem.notFound("grid") : Problem.invalid(field, "lies outside of your regions");
        }
    }

    private static Uni<Void> require(Uni<Boolean> holds, Supplier<Problem> otherwise) {
        return holds.invoke(yes -> {
                    if (!yes) {
                        throw otherwise.get();
                    }
                })
                .replaceWithVoid();
    }

    private static String office(String grid) {
        return Territory.office(grid.substring(0, COMMUNITY_DIGITS));
    }

    private static String roles(List<MembershipView> them) {
        return String.join(",", them.stream().map(it -> it.role().name()).toList());
    }

    private static String detail(String worker, String roles, String where) {
        return worker + " " + roles + " " + where;
    }
}
