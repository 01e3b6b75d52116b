package org.chuishao.grid.assignment;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.log.Halving;
import org.chuishao.mesh.log.RelayBell;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.sql.Outage;
import org.jboss.logging.Logger;

/**
 * Looks every second for memberships that have ended, by a move, an import or a date that has come, and has handed on what
 * was left behind, in every replica: they share the work by the locks of the tickets. What fails is left for the next look,
 * and holds up nothing else.
 */
@ApplicationScoped
class HandOnLeft {

    private static final Logger LOG = Logger.getLogger(HandOnLeft.class);
    private static final int AT_ONCE = 100;

    private final ServiceTransactions transactions;
    private final Endings endings;
    private final HandOn assignments;
    private final HandOnVerifications verifications;
    private final RelayBell relay;

    HandOnLeft(
            ServiceTransactions transactions,
            Endings endings,
            HandOn assignments,
            HandOnVerifications verifications,
            RelayBell relay) {
        this.transactions = transactions;
        this.endings = endings;
        this.assignments = assignments;
        this.verifications = verifications;
        this.relay = relay;
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return transactions
                .run(endings::see)
                .chain(any -> any ? handOn() : Uni.createFrom().voidItem());
    }

    private Uni<Void> handOn() {
        return transactions
                .run(verifications::from)
                .onFailure()
                .invoke(e -> LOG.error("verifications are left with who is gone", e))
                .onFailure()
                .recoverWithNull()
                .chain(() -> goOn(List.of()))
                .chain(() -> transactions.run(endings::close));
    }

    /** The most urgent first, each looked at once, until there are no more. */
    private Uni<Void> goOn(List<UUID> seen) {
        return transactions
                .run(transaction -> assignments.leftBehind(transaction, seen))
                .chain(found -> {
                    if (found.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    List<UUID> known = new ArrayList<>(seen);
                    found.forEach(it -> known.add(it.id()));
                    return Multi.createFrom()
                            .iterable(found)
                            .group()
                            .intoLists()
                            .of(AT_ONCE)
                            .onItem()
                            .transformToUniAndConcatenate(this::together)
                            .collect()
                            .last()
                            .chain(() -> goOn(known));
                });
    }

    /** In one transaction; what fails in it is found and left. Where the database is away the look ends. */
    private Uni<Void> together(List<LeftBehind> some) {
        return new Halving<>(this::give, failure -> !Outage.is(failure), this::left).run(some);
    }

    private Uni<Void> left(LeftBehind it, Throwable failure) {
        LOG.errorf(failure, "assignment %s is left with who is gone", it.id());
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> give(List<LeftBehind> some) {
        return transactions
                .run(transaction -> assignments.give(transaction, some))
                .invoke(given -> {
                    if (given > 0) {
                        relay.ring();
                    }
                })
                .replaceWithVoid();
    }
}
