package org.chuishao.mesh.fold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.DeadlineEvent;
import org.chuishao.mesh.event.DispatchEvent;
import org.chuishao.mesh.event.DispatchEvent.DeskCalled;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent;
import org.chuishao.mesh.event.IntakeEvent.Corrected;
import org.chuishao.mesh.event.IntakeEvent.ExclusionDecided;
import org.chuishao.mesh.event.IntakeEvent.SecrecyChanged;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.MediationEvent;
import org.chuishao.mesh.event.NoticeEvent;
import org.chuishao.mesh.event.WhistleEvent;

/**
 * A second opinion on the fold: one ticket as the description of the domain tells it, step by step and by names of states
 * only. It shares nothing with the fold but the events.
 */
final class PlainTicket {

    static final List<String> FINAL = List.of("DECLINED", "CLOSED", "ARCHIVED", "WITHDRAWN");
    static final List<String> BEFORE_DISPATCH =
            List.of("RECEIVED", "NEEDS_INFO", "TRANSFERRED", "PENDING_DISPATCH", "VERIFYING");
    static final List<String> WITH_UNITS = List.of(
            "PENDING_SIGN",
            "IN_PROGRESS",
            "RETURN_REVIEW",
            "DISPUTED",
            "SUSPENDED",
            "PENDING_REVIEW",
            "PENDING_CALLBACK");

    String state = "UNSEEN";
    String cameFrom;
    int round = 1;
    String region = "21";
    String severity;
    String category;
    boolean secret;
    UUID lead;
    String leadUnit;
    boolean leadNamedByConference;
    String transfer;
    UUID parent;
    Boolean citizenSolved;
    int returns;
    int reworks;
    int supervision;
    int infoAttempts;
    int callbackAttempts;
    final Map<UUID, PlainUnit> units = new LinkedHashMap<>();

    PlainTicket copy() {
        PlainTicket copy = new PlainTicket();
        copy.state = state;
        copy.cameFrom = cameFrom;
        copy.round = round;
        copy.region = region;
        copy.severity = severity;
        copy.category = category;
        copy.secret = secret;
        copy.lead = lead;
        copy.leadUnit = leadUnit;
        copy.leadNamedByConference = leadNamedByConference;
        copy.transfer = transfer;
        copy.parent = parent;
        copy.citizenSolved = citizenSolved;
        copy.returns = returns;
        copy.reworks = reworks;
        copy.supervision = supervision;
        copy.infoAttempts = infoAttempts;
        copy.callbackAttempts = callbackAttempts;
        units.forEach((id, unit) -> copy.units.put(id, unit.copy()));
        return copy;
    }

    /** Takes note of the ticket's next event; false if it came too late and changes nothing. */
    boolean hear(Event event) {
        EventData it = event.data();
        if (it instanceof TicketReceived || it instanceof GridReported) {
            return state.equals("UNSEEN") && begin(it);
        }
        if (it instanceof SecrecyChanged changed) {
            secret = state.equals("UNSEEN") ? secret : changed.secret();
            return !state.equals("UNSEEN");
        }
        if (it instanceof TicketSupervised supervised) {
            supervision = notable() ? Math.max(supervision, supervised.level()) : supervision;
            return notable();
        }
        if (it instanceof MediationEvent
                || it instanceof NoticeEvent
                || it instanceof TicketEscalated up && up.cause().equals("NOT_REVISITED")
                || it instanceof DeadlineEvent clock && clock.act().equals("MEDIATION_REVISIT")) {
            return !state.equals("UNSEEN");
        }
        if (it instanceof WhistleEvent
                || it instanceof DeadlineEvent
                || it instanceof DeskCalled
                || it instanceof TicketEscalated
                || it instanceof ExclusionDecided
                || it instanceof Corrected) {
            return notable();
        }
        if (event.round() != round) {
            return false;
        }
        if (it instanceof IntakeEvent) {
            return new PlainIntake(this).hear(event);
        }
        if (it instanceof DispatchEvent) {
            return new PlainRouting(this).hear(it);
        }
        return it instanceof AssignmentEvent && new PlainUnits(this).hear(event);
    }

    private boolean begin(EventData it) {
        if (it instanceof TicketReceived received) {
            secret = received.secret();
            region = received.place().region();
            return become("RECEIVED");
        }
        GridReported reported = (GridReported) it;
        region = reported.place().region();
        category = reported.category();
        return become(reported.solvedOnSpot() ? "PENDING_REVIEW" : "PENDING_DISPATCH");
    }

    private boolean notable() {
        return !in("UNSEEN", "ARCHIVED");
    }

    boolean in(String... states) {
        return List.of(states).contains(state);
    }

    boolean become(String next) {
        state = next;
        cameFrom = null;
        return true;
    }

    boolean asideTo(String next) {
        cameFrom = cameFrom == null ? state : cameFrom;
        state = next;
        return true;
    }

    /** Whatever the units had not finished is over. */
    void endUnits() {
        units.values().stream().filter(PlainUnit::active).forEach(unit -> unit.phase = "ENDED");
    }

    void takeFromUnits() {
        endUnits();
        lead = null;
        leadUnit = null;
        leadNamedByConference = false;
    }

    void nextRound() {
        endUnits();
        round++;
        lead = null;
        returns = 0;
        infoAttempts = 0;
        callbackAttempts = 0;
        citizenSolved = null;
        transfer = null;
        parent = null;
    }
}
