package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A batch that is one transaction. Where it fails for what is in it, it is halved until the one at fault is found; the
 * others are worked at in smaller transactions, in their order.
 */
public final class Halving<T> {

    private final Function<List<T>, Uni<Void>> work;
    private final Predicate<Throwable> halves;
    private final BiFunction<T, Throwable, Uni<Void>> atFault;

    /**
     * @param work on some of the batch; a failure has left nothing behind
     * @param halves whether a failure is one of what is in the batch; any other one ends the whole
     * @param atFault what becomes of the one that fails alone
     */
    public Halving(
            Function<List<T>, Uni<Void>> work,
            Predicate<Throwable> halves,
            BiFunction<T, Throwable, Uni<Void>> atFault) {
        this.work = work;
        this.halves = halves;
        this.atFault = atFault;
    }

    public Uni<Void> run(List<T> batch) {
        return Uni.createFrom()
                .deferred(() -> work.apply(batch))
                .onFailure(halves)
                .recoverWithUni(failure -> narrow(batch, failure));
    }

    /** Goes on after the whole batch has failed. */
    public Uni<Void> narrow(List<T> batch, Throwable failure) {
        if (batch.size() == 1) {
            return atFault.apply(batch.get(0), failure);
        }
        int half = batch.size() / 2;
        return run(batch.subList(0, half)).chain(() -> run(batch.subList(half, batch.size())));
    }
}
