package org.chuishao.mesh.fold;

import static org.chuishao.mesh.fold.State.ARCHIVED;
import static org.chuishao.mesh.fold.State.DISPUTED;
import static org.chuishao.mesh.fold.State.IN_PROGRESS;
import static org.chuishao.mesh.fold.State.NEEDS_INFO;
import static org.chuishao.mesh.fold.State.PENDING_CALLBACK;
import static org.chuishao.mesh.fold.State.PENDING_DISPATCH;
import static org.chuishao.mesh.fold.State.PENDING_REVIEW;
import static org.chuishao.mesh.fold.State.PENDING_SIGN;
import static org.chuishao.mesh.fold.State.RECEIVED;
import static org.chuishao.mesh.fold.State.RETURN_REVIEW;
import static org.chuishao.mesh.fold.State.REWORK;
import static org.chuishao.mesh.fold.State.SUSPENDED;
import static org.chuishao.mesh.fold.State.TRANSFERRED;
import static org.chuishao.mesh.fold.State.UNSEEN;
import static org.chuishao.mesh.fold.State.VERIFYING;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Groups of states that the table names more than once. */
final class States {

    /** Known to the log. */
    static final Set<State> SEEN = where(state -> state != UNSEEN);

    /** Still open to notes: an archived ticket is sealed. */
    static final Set<State> LIVE = where(state -> state != UNSEEN && state != ARCHIVED);

    /** Something is still owed to the citizen. */
    static final Set<State> OPEN = where(state -> state != UNSEEN && !state.settled());

    /** No unit has it yet. */
    static final Set<State> BEFORE_DISPATCH = of(RECEIVED, NEEDS_INFO, TRANSFERRED, PENDING_DISPATCH, VERIFYING);

    /** Units have it. */
    static final Set<State> HANDLING =
            of(PENDING_SIGN, IN_PROGRESS, RETURN_REVIEW, DISPUTED, SUSPENDED, PENDING_REVIEW, PENDING_CALLBACK);

    /** Still to be declined or answered. */
    static final Set<State> WITH_INTAKE = of(RECEIVED, NEEDS_INFO, PENDING_DISPATCH, VERIFYING);

    /** Danger may show at any time; from HANDLING on, units go on beside the transfer. */
    static final Set<State> TRANSFERABLE =
            where(state -> BEFORE_DISPATCH.contains(state) || HANDLING.contains(state) || state == REWORK);

    private States() {}

    static Set<State> of(State first, State... more) {
        return Collections.unmodifiableSet(EnumSet.of(first, more));
    }

    static Set<State> and(Set<State> some, State... more) {
        Set<State> all = EnumSet.copyOf(some);
        Collections.addAll(all, more);
        return Collections.unmodifiableSet(all);
    }

    private static Set<State> where(Predicate<State> condition) {
        return EnumSet.allOf(State.class).stream().filter(condition).collect(Collectors.toUnmodifiableSet());
    }
}
