package org.chuishao.grid.notification;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.grid.unit.Territory;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentReassigned;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to be told.
 *
 * @param cause the event that it is about
 * @param clock that is about to run out
 * @param act what is owed by {@code dueAt}
 * @param desk the unit that answers for it
 * @param holder the worker who has it; null where only the desk does
 */
record Notice(
        UUID cause,
        Matter matter,
        UUID ticket,
        @Nullable UUID assignment,
        @Nullable UUID call,
        @Nullable UUID clock,
        @Nullable String number,
        @Nullable String category,
        Severity severity,
        String region,
        @Nullable String act,
        @Nullable Instant dueAt,
        String desk,
        @Nullable String holder,
        @Nullable String grid,
        @Nullable String role) {

    /** With what is owed by when, and the whistle's call where it is a department that owes it. */
    Notice owed(@Nullable UUID calls, @Nullable UUID light, @Nullable String what, @Nullable Instant until) {
        return new Notice(
                cause,
                matter,
                ticket,
                assignment,
                calls,
                light,
                number,
                category,
                severity,
                region,
                what,
                until,
                desk,
                holder,
                grid,
                role);
    }

    /** A direct line goes straight to the duty desk (行业直通车): what its worker is told it is told beside him, not after him. */
    boolean besideItsDesk() {
        return holder != null && !Territory.isOffice(desk);
    }

    Notice forTheDesk() {
        return heldBy(null, null, null);
    }

    /** The same for whoever has it now. */
    Notice heldBy(AssignmentReassigned to) {
        return heldBy(to.worker(), to.grid(), to.role());
    }

    private Notice heldBy(@Nullable String worker, @Nullable String at, @Nullable String as) {
        return new Notice(
                cause,
                matter,
                ticket,
                assignment,
                call,
                clock,
                number,
                category,
                severity,
                at == null ? region : at,
                act,
                dueAt,
                desk,
                worker,
                at,
                as);
    }
}
