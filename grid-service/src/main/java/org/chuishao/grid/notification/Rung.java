package org.chuishao.grid.notification;

import org.chuishao.mesh.calendar.Hours;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be told: a worker, or the desk of a unit.
 *
 * @param worker null for a desk
 * @param duty when the desk is manned; null for round the clock, and for a worker
 */
record Rung(
        Addressee as,
        String unit,
        @Nullable String role,
        @Nullable String worker,
        @Nullable Hours duty) {

    static Rung worker(Addressee as, String unit, @Nullable String role, String worker) {
        return new Rung(as, unit, role, worker, null);
    }

    static Rung desk(Addressee as, String unit, @Nullable Hours duty) {
        return new Rung(as, unit, null, null, duty);
    }

    boolean desk() {
        return worker == null;
    }
}
