package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** One step after the other, as a transaction takes them: its connection does one thing at a time. */
public final class InTurn {

    private InTurn() {}

    public static <T> Uni<Void> each(Iterable<T> all, Function<T, Uni<Void>> step) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (T one : all) {
            done = done.chain(() -> step.apply(one));
        }
        return done;
    }
}
