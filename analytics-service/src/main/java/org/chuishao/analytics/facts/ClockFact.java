package org.chuishao.analytics.facts;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.DeadlineEvent;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineAnnulled;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineExcused;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineMissed;
import org.jspecify.annotations.Nullable;

/**
 * The clock of an act of a unit's part. The limit's working days are in its end: whoever armed it counted them.
 *
 * @param missedDue the end that it was said to have missed; while another end stands it is not missed
 * @param excusedDue the missed end that was excused
 * @param annulled the act is owed no more
 * @param doneAt when the act was done
 * @param armedAt when it first began; null for one of before this was kept
 */
record ClockFact(
        UUID deadline,
        UUID ticket,
        UUID part,
        String region,
        String unit,
        boolean lead,
        CountedAct act,
        Instant dueAt,
        @Nullable Instant missedDue,
        @Nullable Instant excusedDue,
        boolean annulled,
        @Nullable Instant doneAt,
        @Nullable Instant armedAt) {

    /** How it stands. A figure counts what is decided: MET and MISSED, with EXCUSED beside them. */
    enum State {
        RUNNING,
        MET,
        MISSED,
        ANNULLED,
        EXCUSED
    }

    static ClockFact armed(Arming armed, PartFact of, Instant at) {
        return new ClockFact(
                armed.deadline(),
                of.ticket(),
                of.part(),
                of.region(),
                of.unit(),
                of.lead(),
                armed.act(),
                armed.dueAt(),
                null,
                null,
                false,
                of.done(armed.act()),
                at);
    }

    /** It begins, goes on, or has another end. */
    ClockFact armed(Instant due) {
        return new ClockFact(
                deadline, ticket, part, region, unit, lead, act, due, missedDue, excusedDue, false, doneAt, armedAt);
    }

    /** What was said of it. */
    ClockFact after(DeadlineEvent said) {
        return new ClockFact(
                deadline,
                ticket,
                part,
                region,
                unit,
                lead,
                act,
                dueAt,
                said instanceof DeadlineMissed it && isEnd(it.dueAt()) ? dueAt : missedDue,
                said instanceof DeadlineExcused it && isEnd(it.dueAt()) ? dueAt : excusedDue,
                annulled || said instanceof DeadlineAnnulled,
                doneAt,
                armedAt);
    }

    private boolean isEnd(Instant due) {
        return Said.asKept(due).equals(dueAt);
    }

    /** As its part stands. */
    ClockFact with(PartFact now) {
        return new ClockFact(
                deadline,
                ticket,
                part,
                now.region(),
                unit,
                lead,
                act,
                dueAt,
                missedDue,
                excusedDue,
                annulled,
                now.done(act),
                armedAt);
    }

    State state() {
        if (dueAt.equals(missedDue) || (doneAt != null && doneAt.isAfter(dueAt))) {
            return dueAt.equals(excusedDue) ? State.EXCUSED : State.MISSED;
        }
        if (doneAt != null) {
            return State.MET;
        }
        return annulled ? State.ANNULLED : State.RUNNING;
    }
}
