package org.chuishao.bench.warnings.match;

import org.chuishao.bench.warnings.plant.Planted;
import org.jspecify.annotations.Nullable;

/**
 * What a warning was about.
 *
 * @param cause what was planted there, if anything
 */
public record Judged(
        Raised warning, Verdict verdict, @Nullable Planted cause) {

    public enum Verdict {
        /** Of an incident, by a rule that should see it. */
        RIGHT,
        /** Of an incident, seen by another rule beside its own: neither right nor false. */
        EXPLAINED,
        FALSE
    }

    @Override
    public String toString() {
        return warning + ": " + (cause == null ? "nothing was planted there" : cause);
    }
}
