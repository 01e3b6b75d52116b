package org.chuishao.mesh.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who was told of a ticket, and whether it reached him (告知送达). Moves no state. */
public sealed interface NoticeEvent extends EventData {

    /** What somebody is told of. */
    enum Matter {
        /** An assignment (派单). */
        ASSIGNED,
        /** A yellow light (黄灯). */
        APPROACHING,
        /** A unit below did not do it in time (升级). */
        ESCALATED,
        /** Supervision (督办). */
        SUPERVISED,
        /** A whistle calls a department (吹哨). */
        WHISTLED,
        /** The whistle is over, and the department need not come any more (撤哨). */
        CALLED_OFF
    }

    /** App, text message, telephone. */
    enum Channel {
        PUSH,
        SMS,
        VOICE
    }

    enum Outcome {
        /** The phone or its network says so. */
        DELIVERED,
        /** It was sent, and no receipt came in time. */
        UNDELIVERED,
        /** It could not be sent, or was refused. */
        FAILED
    }

    /**
     * How one step of telling somebody ended.
     *
     * @param notification the message
     * @param unit of whose desk, or of the worker
     * @param role in the grid that the worker holds or stands in for
     * @param worker opaque id; null for a desk
     * @param step from 1: the next ones are other channels and, in the end, other people
     */
    record TicketNotified(
            UUID notification,
            Matter matter,
            String unit,
            @Nullable String role,
            @Nullable String worker,
            Channel channel,
            Outcome outcome,
            int step)
            implements NoticeEvent {}
}
