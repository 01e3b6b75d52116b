package org.chuishao.mesh.fold;

import static org.chuishao.mesh.fold.Rule.in;
import static org.chuishao.mesh.fold.Rule.noted;
import static org.chuishao.mesh.fold.Rule.phase;
import static org.chuishao.mesh.fold.Rule.phases;
import static org.chuishao.mesh.fold.State.*;
import static org.chuishao.mesh.fold.States.BEFORE_DISPATCH;
import static org.chuishao.mesh.fold.States.LIVE;
import static org.chuishao.mesh.fold.States.OPEN;
import static org.chuishao.mesh.fold.States.SEEN;
import static org.chuishao.mesh.fold.States.TRANSFERABLE;
import static org.chuishao.mesh.fold.States.WITH_INTAKE;
import static org.chuishao.mesh.fold.States.and;
import static org.chuishao.mesh.fold.States.of;

import org.chuishao.mesh.event.AssignmentEvent.*;
import org.chuishao.mesh.event.DeadlineEvent.*;
import org.chuishao.mesh.event.DispatchEvent.*;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.IntakeEvent.*;
import org.chuishao.mesh.event.MediationEvent.*;
import org.chuishao.mesh.event.NoticeEvent.TicketNotified;
import org.chuishao.mesh.event.WhistleEvent.*;
import org.chuishao.mesh.fold.AssignmentState.Extension;
import org.chuishao.mesh.fold.AssignmentState.Phase;

/** Table 1: for each type of event the states that it counts in and what it does. Anything else comes too late. */
final class Table {

    private Table() {}

    static Rule<?> rule(EventType type) {
        return switch (type) {
            case TICKET_RECEIVED -> noted(of(UNSEEN), TicketReceived.class, OfIntake::received);
            case GRID_REPORTED -> noted(of(UNSEEN), GridReported.class, OfGrid::reported);

            case TICKET_ACCEPTED -> in(of(RECEIVED), TicketAccepted.class, OfIntake::accepted);
            case INFO_REQUESTED ->
                in(of(RECEIVED, NEEDS_INFO, PENDING_DISPATCH), InfoRequested.class, OfIntake::infoRequested)
                        .unless(Late::danger);
            case SUPPLEMENTED -> in(OPEN, Supplemented.class, OfIntake::supplemented);
            case DECLINED -> in(WITH_INTAKE, Declined.class, (ticket, event, it) -> ticket.to(DECLINED));
            case ANSWERED -> in(WITH_INTAKE, Answered.class, (ticket, event, it) -> ticket.to(ANSWERED));
            case TRANSFERRED ->
                in(TRANSFERABLE, Transferred.class, OfIntake::transferred).unless(Late::receipt);
            case MERGED ->
                in(
                                of(RECEIVED, NEEDS_INFO, PENDING_DISPATCH, VERIFYING, PENDING_SIGN, IN_PROGRESS),
                                Merged.class,
                                OfIntake::merged)
                        .unless(Late::ownParent);
            case UNMERGED -> in(of(MERGED), Unmerged.class, OfIntake::unmerged);
            case WITHDRAWN -> in(OPEN, Withdrawn.class, OfIntake::withdrawn);
            case REVIEWED -> in(of(PENDING_REVIEW), Reviewed.class, OfIntake::reviewed);
            case CALLED_BACK -> in(of(PENDING_CALLBACK, ANSWERED, MERGED), CalledBack.class, OfIntake::calledBack);
            case REWORK_ORDERED ->
                in(of(PENDING_CALLBACK), ReworkOrdered.class, OfIntake::reworkOrdered)
                        .unless((ticket, event, it) -> Late.notNext(ticket, it.round()));
            case CLOSED ->
                in(of(PENDING_CALLBACK, NEEDS_INFO, ANSWERED, TRANSFERRED, MERGED), Closed.class, OfIntake::closed)
                        .unless(Late::ground);
            case REOPENED ->
                in(of(CLOSED, ANSWERED, DECLINED), Reopened.class, OfIntake::reopened)
                        .unless((ticket, event, it) -> Late.notNext(ticket, it.round()));
            case ARCHIVED ->
                in(
                        of(CLOSED, ANSWERED, DECLINED, WITHDRAWN),
                        Archived.class,
                        (ticket, event, it) -> ticket.to(ARCHIVED));
            case PROMISED ->
                in(of(IN_PROGRESS, SUSPENDED, PENDING_REVIEW, PENDING_CALLBACK), Promised.class, OfIntake::promised);

            case CLASSIFIED ->
                in(
                        and(BEFORE_DISPATCH, PENDING_SIGN, IN_PROGRESS, RETURN_REVIEW, DISPUTED, SUSPENDED),
                        TicketClassified.class,
                        OfRouting::classified);
            case VERIFICATION_REQUESTED ->
                in(of(PENDING_DISPATCH), VerificationRequested.class, (ticket, event, it) -> ticket.to(VERIFYING))
                        .unless(Late::danger);
            case PLACE_VERIFIED -> in(of(VERIFYING), PlaceVerified.class, OfGrid::verified);
            case DISPATCHED ->
                in(BEFORE_DISPATCH, TicketDispatched.class, OfRouting::dispatched)
                        .unless(Late::notToBeDispatched);
            case RETURN_ADJUDICATED ->
                phase(phases(Phase.RETURN_REVIEW), ReturnAdjudicated.class, OfRouting::adjudicated);
            case DISPUTED ->
                in(
                                of(RETURN_REVIEW, PENDING_DISPATCH, PENDING_SIGN, IN_PROGRESS),
                                Disputed.class,
                                (ticket, event, it) -> ticket.aside(DISPUTED))
                        .unless(Late::designated);
            case LEAD_DESIGNATED -> in(of(DISPUTED), LeadDesignated.class, OfRouting::designated);
            case DESK_CALLED -> note(DeskCalled.class);

            case ASSIGNMENT_CREATED ->
                in(
                                of(PENDING_SIGN, IN_PROGRESS, RETURN_REVIEW, DISPUTED, SUSPENDED, REWORK),
                                AssignmentCreated.class,
                                OfGrid::created)
                        .unless(Late::created);
            case ASSIGNMENT_SIGNED ->
                phase(
                        phases(Phase.PENDING_SIGN),
                        AssignmentSigned.class,
                        (ticket, unit, it) -> ticket.put(unit.in(Phase.IN_PROGRESS)));
            case CITIZEN_CONTACTED ->
                phase(
                        phases(Phase.IN_PROGRESS, Phase.SUSPENDED),
                        CitizenContacted.class,
                        (ticket, unit, it) -> ticket.put(unit.withContact(it.reached())));
            case ARRIVED_ON_SITE -> phase(phases(Phase.IN_PROGRESS), ArrivedOnSite.class, (ticket, unit, it) -> {});
            case PROGRESS_REPORTED ->
                phase(phases(Phase.IN_PROGRESS, Phase.SUSPENDED), ProgressReported.class, (ticket, unit, it) -> {});
            case RETURN_REQUESTED ->
                phase(phases(Phase.PENDING_SIGN, Phase.IN_PROGRESS), ReturnRequested.class, OfGrid::returnRequested)
                        .unless(Late::returned);
            case EXTENSION_REQUESTED ->
                phase(
                                phases(Phase.IN_PROGRESS),
                                ExtensionRequested.class,
                                (ticket, unit, it) -> ticket.put(unit.withExtension(Extension.REQUESTED)))
                        .unless(Late::extended);
            case EXTENSION_GRANTED ->
                phase(
                                phases(Phase.IN_PROGRESS, Phase.SUSPENDED),
                                ExtensionGranted.class,
                                (ticket, unit, it) -> ticket.put(unit.withExtension(Extension.GRANTED)))
                        .unless(Late::noExtensionAsked);
            case EXTENSION_REFUSED ->
                phase(
                                phases(Phase.IN_PROGRESS, Phase.SUSPENDED),
                                ExtensionRefused.class,
                                (ticket, unit, it) -> ticket.put(unit.withExtension(Extension.REFUSED)))
                        .unless(Late::noExtensionAsked);
            case ASSIGNMENT_SUSPENDED ->
                phase(
                        phases(Phase.IN_PROGRESS),
                        AssignmentSuspended.class,
                        (ticket, unit, it) -> ticket.put(unit.aside(Phase.SUSPENDED)));
            case ASSIGNMENT_RESUMED ->
                phase(phases(Phase.SUSPENDED), AssignmentResumed.class, (ticket, unit, it) -> ticket.put(unit.back()));
            case ASSIGNMENT_REASSIGNED ->
                in(OPEN, AssignmentReassigned.class, OfGrid::reassigned).unless(Late::reassigned);
            case ASSIGNMENT_RESOLVED ->
                phase(
                        phases(Phase.IN_PROGRESS),
                        AssignmentResolved.class,
                        (ticket, unit, it) -> ticket.put(unit.in(Phase.RESOLVED).withSolved(it.solved())));

            case TICKET_ESCALATED -> lasting(TicketEscalated.class).unless(Late::overSealed);
            case TICKET_SUPERVISED -> noted(LIVE, TicketSupervised.class, OfGrid::supervised);
            case EXCLUSION_DECIDED -> note(ExclusionDecided.class);
            case CORRECTED -> note(Corrected.class);
            case SECRECY_CHANGED ->
                noted(SEEN, SecrecyChanged.class, (ticket, event, it) -> ticket.secret = it.secret());

            case WHISTLE_BLOWN -> note(WhistleBlown.class);
            case WHISTLE_CONFIRMED -> note(WhistleConfirmed.class);
            case WHISTLE_SIGNED -> note(WhistleSigned.class);
            case DEPARTMENT_ARRIVED -> note(DepartmentArrived.class);
            case SHARE_AGREED -> note(ShareAgreed.class);
            case SHARE_DONE -> note(ShareDone.class);
            case WHISTLE_NOTED -> note(WhistleNoted.class);
            case WHISTLE_OBJECTED -> note(WhistleObjected.class);
            case OBJECTION_DECIDED -> note(ObjectionDecided.class);
            case WHISTLE_CLOSED -> note(WhistleClosed.class);
            case WHISTLE_RATED -> note(WhistleRated.class);

            case MEDIATION_OPENED -> lasting(MediationOpened.class);
            case MEDIATION_SESSION_HELD -> lasting(MediationSessionHeld.class);
            case MEDIATION_ENDED -> lasting(MediationEnded.class);
            case MEDIATION_REVISITED -> lasting(MediationRevisited.class);

            case DEADLINE_ARMED -> lasting(DeadlineArmed.class).unless(Late::sealed);
            case DEADLINE_APPROACHING -> lasting(DeadlineApproaching.class).unless(Late::sealed);
            case DEADLINE_MISSED -> lasting(DeadlineMissed.class).unless(Late::sealed);
            case DEADLINE_ANNULLED -> lasting(DeadlineAnnulled.class).unless(Late::sealed);
            case DEADLINE_EXCUSED -> note(DeadlineExcused.class);

            case TICKET_NOTIFIED -> lasting(TicketNotified.class);
        };
    }

    /** An attribute of the ticket: it stands in the timeline in any state and moves none. */
    private static <D extends EventData> Rule<D> note(Class<D> data) {
        return noted(LIVE, data, (ticket, event, it) -> {});
    }

    /**
     * The same, and of an archived ticket too. An agreement between neighbours is revisited 30 days after it, the ticket is
     * archived 15 days after it was closed: the revisit comes due all the same, and what follows of it, who is told of it
     * too, is noted below the archive's seal, which covers what was there before.
     */
    private static <D extends EventData> Rule<D> lasting(Class<D> data) {
        return noted(SEEN, data, (ticket, event, it) -> {});
    }
}
