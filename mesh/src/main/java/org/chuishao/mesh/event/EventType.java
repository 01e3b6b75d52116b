package org.chuishao.mesh.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of event there is on the log, with its name on the wire and what it carries. */
public enum EventType {
    TICKET_RECEIVED("ticket.received", IntakeEvent.TicketReceived.class),
    TICKET_ACCEPTED("ticket.accepted", IntakeEvent.TicketAccepted.class),
    INFO_REQUESTED("ticket.info-requested", IntakeEvent.InfoRequested.class),
    SUPPLEMENTED("ticket.supplemented", IntakeEvent.Supplemented.class),
    DECLINED("ticket.declined", IntakeEvent.Declined.class),
    ANSWERED("ticket.answered", IntakeEvent.Answered.class),
    TRANSFERRED("ticket.transferred", IntakeEvent.Transferred.class),
    MERGED("ticket.merged", IntakeEvent.Merged.class),
    UNMERGED("ticket.unmerged", IntakeEvent.Unmerged.class),
    WITHDRAWN("ticket.withdrawn", IntakeEvent.Withdrawn.class),
    REVIEWED("ticket.reviewed", IntakeEvent.Reviewed.class),
    CALLED_BACK("ticket.called-back", IntakeEvent.CalledBack.class),
    REWORK_ORDERED("ticket.rework-ordered", IntakeEvent.ReworkOrdered.class),
    CLOSED("ticket.closed", IntakeEvent.Closed.class),
    REOPENED("ticket.reopened", IntakeEvent.Reopened.class),
    ARCHIVED("ticket.archived", IntakeEvent.Archived.class),
    PROMISED("ticket.promised", IntakeEvent.Promised.class),
    EXCLUSION_DECIDED("ticket.exclusion-decided", IntakeEvent.ExclusionDecided.class),
    CORRECTED("ticket.corrected", IntakeEvent.Corrected.class),
    SECRECY_CHANGED("ticket.secrecy-changed", IntakeEvent.SecrecyChanged.class),
    CLASSIFIED("ticket.classified", DispatchEvent.TicketClassified.class),
    VERIFICATION_REQUESTED("ticket.verification-requested", DispatchEvent.VerificationRequested.class),
    DISPATCHED("ticket.dispatched", DispatchEvent.TicketDispatched.class),
    RETURN_ADJUDICATED("ticket.return-adjudicated", DispatchEvent.ReturnAdjudicated.class),
    DISPUTED("ticket.disputed", DispatchEvent.Disputed.class),
    LEAD_DESIGNATED("ticket.lead-designated", DispatchEvent.LeadDesignated.class),
    DESK_CALLED("ticket.desk-called", DispatchEvent.DeskCalled.class),
    ASSIGNMENT_CREATED("assignment.created", AssignmentEvent.AssignmentCreated.class),
    ASSIGNMENT_SIGNED("assignment.signed", AssignmentEvent.AssignmentSigned.class),
    CITIZEN_CONTACTED("assignment.contacted", AssignmentEvent.CitizenContacted.class),
    ARRIVED_ON_SITE("assignment.arrived", AssignmentEvent.ArrivedOnSite.class),
    PROGRESS_REPORTED("assignment.reported", AssignmentEvent.ProgressReported.class),
    PLACE_VERIFIED("assignment.verified", AssignmentEvent.PlaceVerified.class),
    RETURN_REQUESTED("assignment.return-requested", AssignmentEvent.ReturnRequested.class),
    EXTENSION_REQUESTED("assignment.extension-requested", AssignmentEvent.ExtensionRequested.class),
    EXTENSION_GRANTED("assignment.extension-granted", AssignmentEvent.ExtensionGranted.class),
    EXTENSION_REFUSED("assignment.extension-refused", AssignmentEvent.ExtensionRefused.class),
    ASSIGNMENT_SUSPENDED("assignment.suspended", AssignmentEvent.AssignmentSuspended.class),
    ASSIGNMENT_RESUMED("assignment.resumed", AssignmentEvent.AssignmentResumed.class),
    ASSIGNMENT_REASSIGNED("assignment.reassigned", AssignmentEvent.AssignmentReassigned.class),
    ASSIGNMENT_RESOLVED("assignment.resolved", AssignmentEvent.AssignmentResolved.class),
    TICKET_ESCALATED("ticket.escalated", AssignmentEvent.TicketEscalated.class),
    TICKET_SUPERVISED("ticket.supervised", AssignmentEvent.TicketSupervised.class),
    GRID_REPORTED("grid.reported", AssignmentEvent.GridReported.class),
    WHISTLE_BLOWN("whistle.blown", WhistleEvent.WhistleBlown.class),
    WHISTLE_CONFIRMED("whistle.confirmed", WhistleEvent.WhistleConfirmed.class),
    WHISTLE_SIGNED("whistle.signed", WhistleEvent.WhistleSigned.class),
    DEPARTMENT_ARRIVED("whistle.department-arrived", WhistleEvent.DepartmentArrived.class),
    SHARE_AGREED("whistle.share-agreed", WhistleEvent.ShareAgreed.class),
    SHARE_DONE("whistle.share-done", WhistleEvent.ShareDone.class),
    WHISTLE_NOTED("whistle.noted", WhistleEvent.WhistleNoted.class),
    WHISTLE_OBJECTED("whistle.objected", WhistleEvent.WhistleObjected.class),
    OBJECTION_DECIDED("whistle.objection-decided", WhistleEvent.ObjectionDecided.class),
    WHISTLE_CLOSED("whistle.closed", WhistleEvent.WhistleClosed.class),
    WHISTLE_RATED("whistle.rated", WhistleEvent.WhistleRated.class),
    MEDIATION_OPENED("mediation.opened", MediationEvent.MediationOpened.class),
    MEDIATION_SESSION_HELD("mediation.session-held", MediationEvent.MediationSessionHeld.class),
    MEDIATION_ENDED("mediation.ended", MediationEvent.MediationEnded.class),
    MEDIATION_REVISITED("mediation.revisited", MediationEvent.MediationRevisited.class),
    DEADLINE_ARMED("deadline.armed", DeadlineEvent.DeadlineArmed.class),
    DEADLINE_APPROACHING("deadline.approaching", DeadlineEvent.DeadlineApproaching.class),
    DEADLINE_MISSED("deadline.missed", DeadlineEvent.DeadlineMissed.class),
    DEADLINE_ANNULLED("deadline.annulled", DeadlineEvent.DeadlineAnnulled.class),
    DEADLINE_EXCUSED("deadline.excused", DeadlineEvent.DeadlineExcused.class),
    TICKET_NOTIFIED("ticket.notified", NoticeEvent.TicketNotified.class);

    private static final String PREFIX = "org.chuishao.";
    private static final String SUFFIX = ".v1";
    private static final Map<String, EventType> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_DATA =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::data, Function.identity()));

    private final String shortName;
    private final Class<? extends EventData> data;

    EventType(String shortName, Class<? extends EventData> data) {
        this.shortName = shortName;
        this.data = data;
    }

    /** As people and timelines write it, for example {@code ticket.dispatched}. */
    public String shortName() {
        return shortName;
    }

    /** As the CloudEvents {@code type} has it, for example {@code org.chuishao.ticket.dispatched.v1}. */
    public String wireName() {
        return PREFIX + shortName + SUFFIX;
    }

    public Class<? extends EventData> data() {
        return data;
    }

    public static Optional<EventType> ofWire(String wireName) {
        return Optional.ofNullable(BY_WIRE.get(wireName));
    }

    public static EventType of(EventData data) {
        EventType type = BY_DATA.get(data.getClass());
        if (type == null) {
            throw new IllegalArgumentException("no event type for " + data.getClass());
        }
        return type;
    }
}
