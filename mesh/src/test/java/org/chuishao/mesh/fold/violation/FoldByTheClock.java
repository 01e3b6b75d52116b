package org.chuishao.mesh.fold.violation;

import java.time.Instant;

/** Breaks the rules on purpose: a state that depends on when it is asked for. */
public final class FoldByTheClock {

    private FoldByTheClock() {}

    static boolean overdue(Instant dueAt) {
        return Instant.now().isAfter(dueAt);
    }
}
