package org.chuishao.analytics.word;

import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.WhistleEvent.DepartmentArrived;
import org.chuishao.mesh.event.WhistleEvent.ObjectionDecided;
import org.chuishao.mesh.event.WhistleEvent.ShareAgreed;
import org.chuishao.mesh.event.WhistleEvent.ShareDone;
import org.chuishao.mesh.event.WhistleEvent.WhistleObjected;
import org.chuishao.mesh.event.WhistleEvent.WhistleSigned;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/** Which unit an event is about. */
public final class EventUnit {

    private EventUnit() {}

    /** To whom the ticket goes or who is told; otherwise whose part it is, or which department acts. */
    public static @Nullable String of(ReadEvent read) {
        EventData data = read.event().data();
        if (data instanceof TicketDispatched it) {
            return it.leadUnit();
        }
        if (data instanceof LeadDesignated it) {
            return it.leadUnit();
        }
        if (data instanceof TicketEscalated it) {
            return it.to();
        }
        if (data instanceof TicketSupervised it) {
            return it.unit();
        }
        String department = department(data);
        return department == null ? ofPart(read) : department;
    }

    private static @Nullable String department(EventData data) {
        if (data instanceof WhistleSigned it) {
            return it.department();
        }
        if (data instanceof DepartmentArrived it) {
            return it.department();
        }
        if (data instanceof ShareAgreed it) {
            return it.department();
        }
        if (data instanceof ShareDone it) {
            return it.department();
        }
        if (data instanceof WhistleObjected it) {
            return it.department();
        }
        return data instanceof ObjectionDecided it ? it.department() : null;
    }

    private static @Nullable String ofPart(ReadEvent read) {
        UUID part = read.event().assignment();
        AssignmentState state = part == null ? null : read.after().assignments().get(part);
        return state == null ? null : state.unit();
    }
}
