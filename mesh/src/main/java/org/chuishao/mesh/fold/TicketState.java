package org.chuishao.mesh.fold;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Transferred.Receipt;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What the log says about one ticket.
 *
 * @param table the version of the fold's table that the ticket began under
 * @param before the state that a question to the citizen, a return, dispute, suspension or merge came from
 * @param seen how many of its events were read, those that changed nothing included
 * @param late how many of them changed nothing because they came too late
 * @param round of handling, from 1
 * @param region division code of the smallest place known; "21" (the province) until more is known
 * @param lead the lead assignment of this round
 * @param leadUnit the unit dispatched to, also before its assignment exists
 * @param copies units that a dispatch named to be told (抄送), the present one's and earlier ones'
 * @param returnBarred the lead was named by a conference and cannot return the ticket
 * @param returns how many returns lead units asked for in this round
 * @param reworks how many times the citizen sent it back
 * @param supervision the highest level of supervision (督办) so far, 0 to 3
 * @param citizenSolved the citizen's word in this round, not the unit's
 * @param transfer what 110, 119, 120 or 122 last said, if the ticket was handed to one
 * @param parent the ticket it was merged into
 */
public record TicketState(
        int table,
        State state,
        @Nullable State before,
        int seen,
        int late,
        int round,
        @Nullable String number,
        @Nullable Channel channel,
        @Nullable Kind kind,
        boolean secret,
        @Nullable Severity severity,
        @Nullable String category,
        String region,
        @Nullable UUID lead,
        @Nullable String leadUnit,
        Set<String> copies,
        boolean returnBarred,
        int returns,
        int reworks,
        int supervision,
        int infoAttempts,
        int callbackAttempts,
        @Nullable Boolean citizenSolved,
        @Nullable Receipt transfer,
        @Nullable UUID parent,
        Map<UUID, AssignmentState> assignments) {

    public TicketState {
        copies = copies == null ? Set.of() : copies; // a state kept before there were any
    }

    /** The table's present version: tickets begin under it and end under it. */
    public static final int CURRENT_TABLE = 1;

    /** Before the first event. */
    public static TicketState unseen() {
        return new TicketState(
                CURRENT_TABLE,
                State.UNSEEN,
                null,
                0,
                0,
                1,
                null,
                null,
                null,
                false,
                null,
                null,
                "21",
                null,
                null,
                Set.of(),
                false,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                Map.of());
    }
}
