package org.chuishao.mesh.fold;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.AssignmentEvent.*;
import org.chuishao.mesh.event.DeadlineEvent.*;
import org.chuishao.mesh.event.DispatchEvent.*;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.IntakeEvent.*;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Transferred.Receipt;
import org.chuishao.mesh.event.MediationEvent.*;
import org.chuishao.mesh.event.NoticeEvent;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.event.NoticeEvent.Outcome;
import org.chuishao.mesh.event.NoticeEvent.TicketNotified;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.WhistleEvent.*;

/** One plain event of each type, about one heating complaint. */
final class Samples {

    static final String UNIT = "U-HEATING-CO-210102";
    static final String OTHER_UNIT = "U-HEATING-210102";
    static final String ASSISTING_UNIT = "U-PROPERTY-CO-210102";
    static final String REGION = "210102001002";

    static final UUID TICKET = new UUID(0, 1);
    static final UUID LEAD = new UUID(0, 2);
    static final UUID ASSISTANT = new UUID(0, 3);
    static final UUID NEW = new UUID(0, 4);

    private static final UUID OTHER = new UUID(0, 5);
    private static final Instant LATER = Instant.parse("2026-12-01T00:00:00Z");
    static final Sealed WORDS = new Sealed("k1.AAAA");
    private static final Place PLACE = new Place(WORDS, REGION, null, null, null);

    private Samples() {}

    static EventData of(EventType type) {
        return switch (type) {
            case TICKET_RECEIVED ->
                new TicketReceived(
                        "LN1", Channel.PHONE, Kind.COMPLAINT, WORDS, WORDS, null, "hash", PLACE, null, false, null);
            case TICKET_ACCEPTED -> new TicketAccepted(REGION);
            case INFO_REQUESTED -> new InfoRequested(List.of("place"), 1);
            case SUPPLEMENTED -> new Supplemented(WORDS, PLACE);
            case DECLINED -> new Declined("COURT", WORDS);
            case ANSWERED -> new Answered(WORDS, null);
            case TRANSFERRED -> transferred(Receipt.REQUESTED);
            case MERGED -> new Merged(OTHER, WORDS);
            case UNMERGED -> new Unmerged(WORDS);
            case WITHDRAWN -> new Withdrawn("SETTLED_BY_ITSELF");
            case REVIEWED -> reviewed(true);
            case CALLED_BACK -> calledBack(true);
            case REWORK_ORDERED -> new ReworkOrdered(2, "UNSOLVED");
            case CLOSED -> new Closed(Ground.EXPLAINED);
            case REOPENED -> new Reopened(2, WORDS);
            case ARCHIVED -> new Archived("seal");
            case PROMISED -> new Promised(LATER, List.of(WORDS));
            case EXCLUSION_DECIDED -> new ExclusionDecided(true, WORDS);
            case CORRECTED -> new Corrected(OTHER, WORDS);
            case SECRECY_CHANGED -> new SecrecyChanged(true, WORDS);
            case CLASSIFIED -> new TicketClassified(Severity.URGENT, "HEATING", 0.9, "rules", REGION, List.of());
            case VERIFICATION_REQUESTED -> new VerificationRequested(REGION, WORDS);
            case DISPATCHED -> dispatched(UNIT, Severity.ORDINARY);
            case RETURN_ADJUDICATED -> adjudicated(LEAD, true);
            case DISPUTED -> new Disputed(WORDS, List.of(UNIT, OTHER_UNIT));
            case LEAD_DESIGNATED -> new LeadDesignated(OTHER_UNIT, List.of(), REGION, null);
            case DESK_CALLED -> new DeskCalled(UNIT, true, LATER, null, WORDS);
            case ASSIGNMENT_CREATED -> created(true, UNIT, null);
            case ASSIGNMENT_SIGNED -> new AssignmentSigned();
            case CITIZEN_CONTACTED -> new CitizenContacted(true, null);
            case ARRIVED_ON_SITE -> new ArrivedOnSite("geofence");
            case PROGRESS_REPORTED -> new ProgressReported(WORDS, List.of());
            case PLACE_VERIFIED -> new PlaceVerified(true, REGION, null, List.of());
            case RETURN_REQUESTED -> new ReturnRequested(WORDS, OTHER_UNIT, "leader");
            case EXTENSION_REQUESTED -> new ExtensionRequested(LATER, WORDS);
            case EXTENSION_GRANTED -> new ExtensionGranted(LATER, "leader");
            case EXTENSION_REFUSED -> new ExtensionRefused(WORDS);
            case ASSIGNMENT_SUSPENDED -> new AssignmentSuspended("FROST", LATER);
            case ASSIGNMENT_RESUMED -> new AssignmentResumed("THAW");
            case ASSIGNMENT_REASSIGNED ->
                new AssignmentReassigned(REGION + "101", "HEATING", "w2", "LEFT_GRID", "the holder");
            case ASSIGNMENT_RESOLVED -> new AssignmentResolved(true, WORDS, List.of());
            case TICKET_ESCALATED -> new TicketEscalated("210102001", "210102", "unsigned");
            case TICKET_SUPERVISED -> new TicketSupervised(1, UNIT, "late");
            case GRID_REPORTED -> gridReported(false);
            case WHISTLE_BLOWN -> new WhistleBlown(OTHER, WhistleKind.INDUSTRY, REGION, List.of(OTHER_UNIT), WORDS);
            case WHISTLE_CONFIRMED -> new WhistleConfirmed(OTHER, true, null);
            case WHISTLE_SIGNED -> new WhistleSigned(OTHER, OTHER_UNIT);
            case DEPARTMENT_ARRIVED -> new DepartmentArrived(OTHER, OTHER_UNIT, "code", null);
            case SHARE_AGREED -> new ShareAgreed(OTHER, OTHER_UNIT, WORDS, LATER);
            case SHARE_DONE -> new ShareDone(OTHER, OTHER_UNIT, WORDS);
            case WHISTLE_NOTED -> new WhistleNoted(OTHER, OTHER_UNIT, WORDS);
            case WHISTLE_OBJECTED -> new WhistleObjected(OTHER, OTHER_UNIT, Improper.OUTSIDE_DUTY, WORDS);
            case OBJECTION_DECIDED -> new ObjectionDecided(OTHER, OTHER_UNIT, false, WORDS, null);
            case WHISTLE_CLOSED -> new WhistleClosed(OTHER, WORDS, REGION, List.of());
            case WHISTLE_RATED -> new WhistleRated(OTHER, "U-TERR-210102001002", OTHER_UNIT, 5, 5, 5);
            case MEDIATION_OPENED -> new MediationOpened(OTHER, "w1", 2, "受理");
            case MEDIATION_SESSION_HELD -> new MediationSessionHeld(OTHER, 1, "第1次调解");
            case MEDIATION_ENDED -> new MediationEnded(OTHER, MediationOutcome.AGREED, null, "达成协议");
            case MEDIATION_REVISITED -> new MediationRevisited(OTHER, true, null, "已履行");
            case DEADLINE_ARMED -> DeadlineArmed.one(OTHER, "sign", LATER, "r1");
            case DEADLINE_APPROACHING -> new DeadlineApproaching(OTHER, "sign", LATER);
            case DEADLINE_MISSED -> new DeadlineMissed(OTHER, "sign", LATER);
            case DEADLINE_EXCUSED -> new DeadlineExcused(OTHER, "sign", LATER, LATER, WORDS);
            case DEADLINE_ANNULLED -> new DeadlineAnnulled(OTHER, "sign", "signed");
            case TICKET_NOTIFIED ->
                new TicketNotified(
                        OTHER, Matter.ASSIGNED, UNIT, null, "w1", NoticeEvent.Channel.PUSH, Outcome.DELIVERED, 1);
        };
    }

    static EventData notRevisited() {
        return new TicketEscalated("210102001", "210102", "NOT_REVISITED");
    }

    /** A clock's event of a mediation's revisit. */
    static EventData ofRevisit(EventType type) {
        String act = Act.MEDIATION_REVISIT.name();
        return switch (type) {
            case DEADLINE_ARMED -> DeadlineArmed.one(OTHER, act, LATER, "r1");
            case DEADLINE_APPROACHING -> new DeadlineApproaching(OTHER, act, LATER);
            case DEADLINE_MISSED -> new DeadlineMissed(OTHER, act, LATER);
            case DEADLINE_ANNULLED -> new DeadlineAnnulled(OTHER, act, "kept");
            default -> throw new IllegalArgumentException("no clock's: " + type);
        };
    }

    static Transferred transferred(Receipt receipt) {
        return new Transferred("119", receipt, null);
    }

    static TicketDispatched dispatched(String unit, Severity severity) {
        return new TicketDispatched(
                unit, List.of(ASSISTING_UNIT), List.of(), REGION, severity, "HEATING", Mode.HUMAN, "catalogue", WORDS);
    }

    static AssignmentCreated created(boolean lead, String unit, UUID parent) {
        return new AssignmentCreated(lead, unit, REGION, REGION + "101", "HEATING", "w1", parent, "on duty");
    }

    static ReturnAdjudicated adjudicated(UUID assignment, boolean granted) {
        return new ReturnAdjudicated(assignment, granted, WORDS);
    }

    static Reviewed reviewed(boolean passed) {
        return new Reviewed(passed, null);
    }

    static CalledBack calledBack(boolean solved) {
        return new CalledBack(1, true, true, solved, null, null);
    }

    static GridReported gridReported(boolean solvedOnSpot) {
        return new GridReported(WORDS, WORDS, PLACE, REGION + "101", List.of(), solvedOnSpot);
    }
}
