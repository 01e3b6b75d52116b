package org.chuishao.mesh.fold;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.*;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;

/** What units do to a {@link PlainTicket}: the ticket goes with its lead, never with who assists. */
final class PlainUnits {

    private static final Map<String, String> STATE_OF_LEAD = Map.of(
            "PENDING_SIGN", "PENDING_SIGN",
            "IN_PROGRESS", "IN_PROGRESS",
            "RETURN_REVIEW", "RETURN_REVIEW",
            "SUSPENDED", "SUSPENDED",
            "RESOLVED", "PENDING_REVIEW");

    private final PlainTicket ticket;

    PlainUnits(PlainTicket ticket) {
        this.ticket = ticket;
    }

    boolean hear(Event event) {
        EventData it = event.data();
        UUID id = event.assignment();
        PlainUnit unit = id == null ? null : ticket.units.get(id);
        if (it instanceof PlaceVerified verified) {
            return ticket.in("VERIFYING") && verify(verified);
        } else if (it instanceof AssignmentCreated created) {
            return id != null && unit == null && mayBegin(created) && begin(id, created);
        } else if (it instanceof AssignmentSigned) {
            return can(id, "PENDING_SIGN") && go(id, "IN_PROGRESS");
        } else if (it instanceof CitizenContacted contacted) {
            return can(id, "IN_PROGRESS", "SUSPENDED") && contact(unit, contacted.reached());
        } else if (it instanceof ArrivedOnSite) {
            return can(id, "IN_PROGRESS");
        } else if (it instanceof ProgressReported) {
            return can(id, "IN_PROGRESS", "SUSPENDED");
        } else if (it instanceof ReturnRequested) {
            return can(id, "PENDING_SIGN", "IN_PROGRESS") && mayReturn(unit) && askToReturn(id, unit);
        } else if (it instanceof ExtensionRequested) {
            boolean free = unit != null && (unit.extension == null || unit.extension.equals("REFUSED"));
            return can(id, "IN_PROGRESS") && free && extension(unit, "REQUESTED");
        } else if (it instanceof ExtensionGranted) {
            return can(id, "IN_PROGRESS", "SUSPENDED") && asked(unit) && extension(unit, "GRANTED");
        } else if (it instanceof ExtensionRefused) {
            return can(id, "IN_PROGRESS", "SUSPENDED") && asked(unit) && extension(unit, "REFUSED");
        } else if (it instanceof AssignmentSuspended) {
            return can(id, "IN_PROGRESS") && go(id, "SUSPENDED");
        } else if (it instanceof AssignmentResumed) {
            return can(id, "SUSPENDED") && go(id, "IN_PROGRESS");
        } else if (it instanceof AssignmentReassigned other) {
            return unit != null && mayChangeHands(unit) && changeHands(unit, other.worker());
        } else if (it instanceof AssignmentResolved resolved) {
            return can(id, "IN_PROGRESS") && resolve(id, unit, resolved.solved());
        }
        throw new IllegalArgumentException("not a unit's: " + it);
    }

    boolean adjudicate(UUID id, boolean granted) {
        if (!can(id, "RETURN_REVIEW")) {
            return false;
        }
        PlainUnit unit = ticket.units.get(id);
        unit.usedItsReturn = true;
        if (!granted) {
            return go(id, unit.askedFrom);
        }
        unit.phase = "ENDED";
        if (!id.equals(ticket.lead)) {
            endHandedDownBy(id);
            return true;
        }
        ticket.takeFromUnits();
        return ticket.become("PENDING_DISPATCH");
    }

    /** The unit has this round's part in one of the phases, and the ticket stands where its units act. */
    private boolean can(UUID id, String... phases) {
        PlainUnit unit = id == null ? null : ticket.units.get(id);
        if (unit == null || unit.round != ticket.round || !List.of(phases).contains(unit.phase)) {
            return false;
        }
        return id.equals(ticket.lead)
                ? ticket.in(STATE_OF_LEAD.get(unit.phase))
                : PlainTicket.WITH_UNITS.contains(ticket.state);
    }

    private boolean go(UUID id, String phase) {
        ticket.units.get(id).phase = phase;
        return !id.equals(ticket.lead) || ticket.become(STATE_OF_LEAD.get(phase));
    }

    private boolean verify(PlaceVerified it) {
        ticket.region = it.region();
        return ticket.become("PENDING_DISPATCH");
    }

    private boolean mayBegin(AssignmentCreated it) {
        if (it.lead()) {
            boolean awaited = ticket.in("PENDING_SIGN", "REWORK") && ticket.lead == null;
            return awaited && it.unit().equals(ticket.leadUnit);
        }
        PlainUnit above = it.parent() == null ? null : ticket.units.get(it.parent());
        return ticket.in("PENDING_SIGN", "IN_PROGRESS", "RETURN_REVIEW", "DISPUTED", "SUSPENDED", "REWORK")
                && (it.parent() == null || (above != null && above.active()));
    }

    private boolean begin(UUID id, AssignmentCreated it) {
        PlainUnit unit = new PlainUnit();
        unit.name = it.unit();
        unit.lead = it.lead();
        unit.worker = it.worker();
        unit.handedDownBy = it.parent();
        unit.round = ticket.round;
        ticket.units.put(id, unit);
        ticket.lead = it.lead() ? id : ticket.lead;
        return !it.lead() || ticket.become("PENDING_SIGN");
    }

    private boolean mayChangeHands(PlainUnit unit) {
        return !ticket.in("CLOSED", "DECLINED", "WITHDRAWN", "ARCHIVED")
                && unit.round == ticket.round
                && !unit.phase.equals("ENDED");
    }

    private boolean changeHands(PlainUnit unit, String worker) {
        unit.worker = worker;
        return true;
    }

    private boolean contact(PlainUnit unit, boolean reached) {
        unit.contacted |= reached;
        return true;
    }

    /** One return a unit, and none of a lead that a conference has named. */
    private boolean mayReturn(PlainUnit unit) {
        boolean named = ticket.leadNamedByConference && unit.lead;
        boolean used = ticket.units.values().stream().anyMatch(it -> it.usedItsReturn && it.name.equals(unit.name));
        return !named && !used;
    }

    private boolean askToReturn(UUID id, PlainUnit unit) {
        unit.askedFrom = unit.phase;
        ticket.returns += id.equals(ticket.lead) ? 1 : 0;
        return go(id, "RETURN_REVIEW");
    }

    private boolean asked(PlainUnit unit) {
        return "REQUESTED".equals(unit.extension);
    }

    private boolean extension(PlainUnit unit, String word) {
        unit.extension = word;
        return true;
    }

    private boolean resolve(UUID id, PlainUnit unit, boolean solved) {
        unit.solved = solved;
        return go(id, "RESOLVED");
    }

    private void endHandedDownBy(UUID id) {
        ticket.units.forEach((childId, child) -> {
            if (id.equals(child.handedDownBy)) {
                child.phase = child.active() ? "ENDED" : child.phase;
                endHandedDownBy(childId);
            }
        });
    }
}
