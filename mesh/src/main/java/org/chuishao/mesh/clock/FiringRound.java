package org.chuishao.mesh.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.chuishao.mesh.log.Failures;
import org.chuishao.mesh.log.Halving;

/**
 * One round of the clocks: a batch in one transaction. If it fails for what is in it, it is halved until the one row is
 * found, which is set aside, so that the others fire. Other than the log, the clocks do not wait where the service itself
 * seems to be at fault: the firings that it does not concern go on, and what is set aside is tried again by itself.
 */
@ApplicationScoped
class FiringRound {

    private static final Predicate<Throwable> NOT_PASSING = failure -> Failures.kind(failure) != Failures.PASSING;

    private final FireDeadlines fire;
    private final SetAside aside;
    private final int mostAside;

    FiringRound(FireDeadlines fire, SetAside aside, ClockConfig config) {
        this.fire = fire;
        this.aside = aside;
        this.mostAside = config.aside().most();
    }

    /**
     * What came of a round.
     *
     * @param crowded so many had to be set aside that the rest of the batch was left for later
     */
    record Outcome(int fired, int aside, boolean crowded) {

        /** Whether there is more that could be had. */
        boolean full(int most) {
            return fired + aside >= most;
        }
    }

    Uni<Outcome> fire(int most) {
        List<UUID> taken = new ArrayList<>();
        return fire.fire(sql -> DueDeadlines.most(sql, most).invoke(rows -> taken.addAll(ids(rows))))
                .map(fired -> new Outcome(fired, 0, false))
                .onFailure(failure -> !taken.isEmpty() && NOT_PASSING.test(failure))
                .recoverWithUni(failure -> byHalves(taken, failure));
    }

    private Uni<Outcome> byHalves(List<UUID> taken, Throwable failure) {
        AtomicInteger fired = new AtomicInteger();
        AtomicInteger setAside = new AtomicInteger();
        Halving<UUID> halving = new Halving<>(
                ids -> setAside.get() >= mostAside
                        ? Uni.createFrom().voidItem()
                        : fire.fire(sql -> DueDeadlines.again(sql, ids))
                                .invoke(fired::addAndGet)
                                .replaceWithVoid(),
                NOT_PASSING,
                (id, cause) -> aside.set(id, cause).invoke(setAside::addAndGet).replaceWithVoid());
        return halving.narrow(taken, failure)
                .map(done -> new Outcome(fired.get(), setAside.get(), setAside.get() >= mostAside));
    }

    private static List<UUID> ids(List<Row> rows) {
        return rows.stream().map(row -> row.getUUID("id")).toList();
    }
}
