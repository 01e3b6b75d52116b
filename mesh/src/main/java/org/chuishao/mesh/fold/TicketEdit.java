package org.chuishao.mesh.fold;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Transferred.Receipt;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.Step.Verdict;
import org.jspecify.annotations.Nullable;

/** A ticket's state while one event is applied to it. Lives for the length of one {@link Fold#apply} and never leaves it. */
final class TicketEdit {

    private final TicketState from;
    State state;

    @Nullable
    State before;

    int round;

    @Nullable
    String number;

    @Nullable
    Channel channel;

    @Nullable
    Kind kind;

    boolean secret;

    @Nullable
    Severity severity;

    @Nullable
    String category;

    String region;

    @Nullable
    UUID lead;

    @Nullable
    String leadUnit;

    final Set<String> copies;

    boolean returnBarred;
    int returns;
    int reworks;
    int supervision;
    int infoAttempts;
    int callbackAttempts;

    @Nullable
    Boolean citizenSolved;

    @Nullable
    Receipt transfer;

    @Nullable
    UUID parent;

    final Map<UUID, AssignmentState> assignments;

    TicketEdit(TicketState from) {
        this.from = from;
        state = from.state();
        before = from.before();
        round = from.round();
        number = from.number();
        channel = from.channel();
        kind = from.kind();
        secret = from.secret();
        severity = from.severity();
        category = from.category();
        region = from.region();
        lead = from.lead();
        leadUnit = from.leadUnit();
        copies = new LinkedHashSet<>(from.copies());
        returnBarred = from.returnBarred();
        returns = from.returns();
        reworks = from.reworks();
        supervision = from.supervision();
        infoAttempts = from.infoAttempts();
        callbackAttempts = from.callbackAttempts();
        citizenSolved = from.citizenSolved();
        transfer = from.transfer();
        parent = from.parent();
        assignments = new LinkedHashMap<>(from.assignments());
    }

    void to(State next) {
        state = next;
        before = null;
    }

    /** Into a state that the ticket comes back from; from one such state to another it remembers the first. */
    void aside(State next) {
        before = before == null ? state : before;
        state = next;
    }

    /** Back to where the ticket came from. */
    void back(State otherwise) {
        to(before == null ? otherwise : before);
    }

    /** Sets an assignment's new state; the ticket's state follows the lead, never an assisting unit. */
    void put(AssignmentState assignment) {
        AssignmentState old = assignments.put(assignment.id(), assignment);
        boolean moved = old == null || old.phase() != assignment.phase();
        if (moved && assignment.id().equals(lead)) {
            switch (assignment.phase()) {
                case RETURN_REVIEW, SUSPENDED -> aside(assignment.phase().ticket());
                case PENDING_SIGN, IN_PROGRESS, RESOLVED, ENDED ->
                    to(assignment.phase().ticket());
            }
        }
    }

    /** Nobody has the ticket any more; whatever its units had not finished is over. */
    void release() {
        endAssignments();
        lead = null;
        leadUnit = null;
        returnBarred = false;
    }

    /** The ticket goes on without its units: whatever they had not finished is over. */
    void endAssignments() {
        assignments.replaceAll((id, assignment) -> ended(assignment));
    }

    /** What a unit handed down is over with its own part. */
    void endHandedDown(UUID parentId) {
        for (AssignmentState child : List.copyOf(assignments.values())) {
            if (parentId.equals(child.parent())) {
                assignments.put(child.id(), ended(child));
                endHandedDown(child.id());
            }
        }
    }

    private static AssignmentState ended(AssignmentState assignment) {
        return switch (assignment.phase()) {
            case RESOLVED, ENDED -> assignment;
            case PENDING_SIGN, IN_PROGRESS, RETURN_REVIEW, SUSPENDED -> assignment.in(Phase.ENDED);
        };
    }

    /** Handled anew; the unit that had it, if any, is kept. */
    void startRound(int next) {
        endAssignments();
        round = next;
        lead = null;
        returns = 0;
        infoAttempts = 0;
        callbackAttempts = 0;
        citizenSolved = null;
        transfer = null;
        parent = null;
    }

    /** The smallest place known by now. */
    void at(@Nullable String code) {
        region = code == null ? region : code;
    }

    /** After one more event; one that came too late changes nothing but the counts. */
    TicketState after(Verdict verdict) {
        return new TicketState(
                from.table(),
                state,
                before,
                from.seen() + 1,
                from.late() + (verdict == Verdict.LATE ? 1 : 0),
                round,
                number,
                channel,
                kind,
                secret,
                severity,
                category,
                region,
                lead,
                leadUnit,
                Collections.unmodifiableSet(copies),
                returnBarred,
                returns,
                reworks,
                supervision,
                infoAttempts,
                callbackAttempts,
                citizenSolved,
                transfer,
                parent,
                Collections.unmodifiableMap(assignments));
    }
}
