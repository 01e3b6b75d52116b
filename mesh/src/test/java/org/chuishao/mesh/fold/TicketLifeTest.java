package org.chuishao.mesh.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.mesh.event.EventType.*;
import static org.chuishao.mesh.fold.Samples.ASSISTANT;
import static org.chuishao.mesh.fold.Samples.ASSISTING_UNIT;
import static org.chuishao.mesh.fold.Samples.LEAD;
import static org.chuishao.mesh.fold.Samples.NEW;
import static org.chuishao.mesh.fold.Samples.OTHER_UNIT;
import static org.chuishao.mesh.fold.Samples.REGION;
import static org.chuishao.mesh.fold.Samples.UNIT;

import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Reopened;
import org.chuishao.mesh.event.IntakeEvent.ReworkOrdered;
import org.chuishao.mesh.event.IntakeEvent.Transferred.Receipt;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.AssignmentState.Extension;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.junit.jupiter.api.Test;

/** Whole lives of tickets, from the call to the archive. */
class TicketLifeTest {

    @Test
    void a_complaint_is_dispatched_handled_called_back_and_closed() {
        Life life = Life.begins()
                .then(TICKET_RECEIVED)
                .stands(State.RECEIVED)
                .then(TICKET_ACCEPTED)
                .stands(State.PENDING_DISPATCH)
                .then(CLASSIFIED)
                .then(DISPATCHED)
                .stands(State.PENDING_SIGN)
                .then(DEADLINE_ARMED)
                .then(ASSIGNMENT_CREATED)
                .then(ASSIGNMENT_SIGNED)
                .stands(State.IN_PROGRESS)
                .then(CITIZEN_CONTACTED)
                .then(ARRIVED_ON_SITE)
                .then(ASSIGNMENT_RESOLVED)
                .stands(State.PENDING_REVIEW)
                .then(REVIEWED)
                .stands(State.PENDING_CALLBACK)
                .then(CALLED_BACK)
                .then(new Closed(Ground.SOLVED))
                .stands(State.CLOSED)
                .then(ARCHIVED)
                .stands(State.ARCHIVED);

        TicketState ticket = life.ticket();
        assertThat(ticket.seen()).isEqualTo(14);
        assertThat(ticket.late()).isZero();
        assertThat(ticket.round()).isEqualTo(1);
        assertThat(ticket.number()).isEqualTo("LN1");
        assertThat(ticket.category()).isEqualTo("HEATING");
        assertThat(ticket.region()).isEqualTo(REGION);
        assertThat(ticket.lead()).isEqualTo(LEAD);
        assertThat(ticket.leadUnit()).isEqualTo(UNIT);
        assertThat(ticket.citizenSolved()).isTrue();
        assertThat(life.assignment(LEAD).phase()).isEqualTo(Phase.RESOLVED);
        assertThat(life.assignment(LEAD).contacted()).isTrue();
        assertThat(life.assignment(LEAD).solved()).isTrue();
    }

    @Test
    void it_goes_through_return_extension_suspension_rework_and_reopening() {
        UUID second = new UUID(1, 2);
        UUID third = new UUID(1, 3);
        Life life = Life.begins()
                .then(TICKET_RECEIVED)
                .then(INFO_REQUESTED)
                .then(INFO_REQUESTED)
                .then(SUPPLEMENTED)
                .stands(State.RECEIVED)
                .then(TICKET_ACCEPTED)
                .then(DISPATCHED)
                .then(ASSIGNMENT_CREATED)
                .then(ASSIGNMENT_SIGNED)
                .then(RETURN_REQUESTED)
                .stands(State.RETURN_REVIEW)
                .then(Samples.adjudicated(LEAD, false))
                .stands(State.IN_PROGRESS)
                .tooLate(RETURN_REQUESTED)
                .then(EXTENSION_REQUESTED)
                .then(EXTENSION_GRANTED)
                .tooLate(EXTENSION_REQUESTED)
                .then(ASSIGNMENT_SUSPENDED)
                .stands(State.SUSPENDED)
                .tooLate(ASSIGNMENT_RESOLVED)
                .then(ASSIGNMENT_RESUMED)
                .then(ASSIGNMENT_RESOLVED)
                .then(Samples.reviewed(false))
                .stands(State.IN_PROGRESS);
        assertThat(life.assignment(LEAD).solved()).isNull();
        assertThat(life.assignment(LEAD).extension()).isEqualTo(Extension.GRANTED);
        assertThat(life.ticket().infoAttempts()).isEqualTo(2);

        life.then(ASSIGNMENT_RESOLVED)
                .then(REVIEWED)
                .then(Samples.calledBack(false))
                .tooLate(1, LEAD, new Closed(Ground.SOLVED))
                .then(REWORK_ORDERED)
                .stands(State.REWORK);
        assertThat(life.ticket().round()).isEqualTo(2);
        assertThat(life.ticket().leadUnit()).isEqualTo(UNIT);
        assertThat(life.ticket().lead()).isNull();
        assertThat(life.ticket().citizenSolved()).isNull();

        life.then(second, ASSIGNMENT_CREATED)
                .stands(State.PENDING_SIGN)
                .tooLate(2, second, Samples.of(RETURN_REQUESTED))
                .then(second, ASSIGNMENT_SIGNED)
                .then(TICKET_SUPERVISED)
                .then(second, ASSIGNMENT_RESOLVED)
                .then(REVIEWED)
                .then(Samples.calledBack(true))
                .then(new Closed(Ground.SOLVED))
                .then(new Reopened(3, Samples.WORDS))
                .stands(State.PENDING_DISPATCH);
        assertThat(life.ticket().leadUnit()).isNull();

        life.then(Samples.dispatched(OTHER_UNIT, Severity.URGENT))
                .then(third, Samples.created(true, OTHER_UNIT, null))
                .then(third, ASSIGNMENT_SIGNED)
                .then(third, ASSIGNMENT_RESOLVED)
                .then(REVIEWED)
                .then(Samples.calledBack(true))
                .then(CLOSED)
                .then(ARCHIVED);
        TicketState ticket = life.ticket();
        assertThat(ticket.round()).isEqualTo(3);
        assertThat(ticket.reworks()).isEqualTo(1);
        assertThat(ticket.supervision()).isEqualTo(1);
        assertThat(ticket.lead()).isEqualTo(third);
        assertThat(ticket.assignments()).containsOnlyKeys(LEAD, second, third);
    }

    @Test
    void two_returns_lead_to_a_conference_whose_lead_cannot_return_it() {
        Life life = Life.inProgress()
                .then(RETURN_REQUESTED)
                .then(RETURN_ADJUDICATED)
                .stands(State.PENDING_DISPATCH)
                .then(Samples.dispatched(OTHER_UNIT, Severity.ORDINARY))
                .then(NEW, Samples.created(true, OTHER_UNIT, null))
                .then(NEW, RETURN_REQUESTED)
                .then(DISPUTED)
                .stands(State.DISPUTED);
        assertThat(life.ticket().returns()).isEqualTo(2);

        UUID designated = new UUID(1, 9);
        life.tooLate(1, NEW, Samples.of(ASSIGNMENT_SIGNED))
                .then(LEAD_DESIGNATED)
                .stands(State.PENDING_SIGN)
                .tooLate(1, designated, Samples.created(true, UNIT, null))
                .then(designated, Samples.created(true, OTHER_UNIT, null))
                .tooLate(1, designated, Samples.of(RETURN_REQUESTED))
                .tooLate(DISPUTED)
                .then(designated, ASSIGNMENT_SIGNED)
                .stands(State.IN_PROGRESS);
        assertThat(life.assignment(LEAD).phase()).isEqualTo(Phase.ENDED);
        assertThat(life.assignment(NEW).phase()).isEqualTo(Phase.ENDED);
    }

    @Test
    void a_unit_whose_return_was_granted_does_not_return_the_ticket_again() {
        Life.inProgress()
                .then(RETURN_REQUESTED)
                .then(RETURN_ADJUDICATED)
                .then(DISPATCHED)
                .then(NEW, ASSIGNMENT_CREATED)
                .tooLate(1, NEW, Samples.of(RETURN_REQUESTED));
    }

    @Test
    void danger_to_life_goes_out_from_wherever_it_stands() {
        Life.begins()
                .then(TICKET_RECEIVED)
                .then(TRANSFERRED)
                .then(Samples.dispatched(UNIT, Severity.CRITICAL))
                .then(ASSIGNMENT_CREATED)
                .then(Samples.transferred(Receipt.SILENT))
                .stands(State.PENDING_SIGN)
                .then(ASSIGNMENT_SIGNED)
                .tooLate(INFO_REQUESTED);
    }

    @Test
    void a_merged_ticket_is_called_back_and_closed_on_its_own() {
        Life merged = Life.inProgress().then(MERGED).stands(State.MERGED).tooLate(ASSIGNMENT_RESOLVED);
        assertThat(merged.ticket().parent()).isNotNull();
        merged.then(CALLED_BACK).then(new Closed(Ground.SOLVED)).stands(State.CLOSED);
        assertThat(merged.assignment(LEAD).phase()).isEqualTo(Phase.ENDED);
    }

    @Test
    void an_unmerged_ticket_goes_back_to_where_it_was() {
        Life.inProgress()
                .then(MERGED)
                .then(UNMERGED)
                .stands(State.IN_PROGRESS)
                .then(ASSIGNMENT_RESOLVED)
                .stands(State.PENDING_REVIEW);
        Life.begins()
                .then(TICKET_RECEIVED)
                .then(TICKET_ACCEPTED)
                .then(INFO_REQUESTED)
                .then(MERGED)
                .then(UNMERGED)
                .stands(State.PENDING_DISPATCH);
    }

    @Test
    void a_ticket_whose_unit_was_never_told_is_dispatched_anew_when_it_is_unmerged() {
        Life life = Life.begins()
                .then(TICKET_RECEIVED)
                .then(TICKET_ACCEPTED)
                .then(DISPATCHED)
                .then(MERGED)
                .tooLate(ASSIGNMENT_CREATED)
                .then(UNMERGED)
                .stands(State.PENDING_DISPATCH);
        assertThat(life.ticket().leadUnit()).isNull();
    }

    @Test
    void what_a_grid_worker_solved_on_the_spot_is_reviewed_and_when_unsolved_dispatched() {
        Life.begins()
                .then(Samples.gridReported(true))
                .stands(State.PENDING_REVIEW)
                .then(REVIEWED)
                .then(new Closed(Ground.SOLVED))
                .stands(State.CLOSED);
        Life.begins()
                .then(Samples.gridReported(true))
                .then(Samples.reviewed(false))
                .stands(State.PENDING_DISPATCH);
        Life.begins()
                .then(Samples.gridReported(true))
                .then(REVIEWED)
                .then(new ReworkOrdered(2, "still there"))
                .stands(State.PENDING_DISPATCH);
    }

    @Test
    void an_assisting_unit_never_moves_the_ticket() {
        Life life = Life.inProgress()
                .then(ASSISTANT, Samples.created(false, ASSISTING_UNIT, null))
                .then(ASSISTANT, ASSIGNMENT_SIGNED)
                .then(ASSISTANT, ASSIGNMENT_SUSPENDED)
                .stands(State.IN_PROGRESS)
                .then(ASSISTANT, ASSIGNMENT_RESUMED)
                .then(ASSISTANT, RETURN_REQUESTED)
                .stands(State.IN_PROGRESS)
                .then(Samples.adjudicated(ASSISTANT, false))
                .stands(State.IN_PROGRESS)
                .then(ASSISTANT, ASSIGNMENT_RESOLVED)
                .stands(State.IN_PROGRESS);
        assertThat(life.ticket().returns()).isZero();
        assertThat(life.assignment(ASSISTANT).phase()).isEqualTo(Phase.RESOLVED);
        assertThat(life.assignment(ASSISTANT).returnRefused()).isTrue();
        assertThat(life.assignment(LEAD).phase()).isEqualTo(Phase.IN_PROGRESS);
    }

    @Test
    void a_granted_return_of_an_assisting_unit_ends_its_part_and_what_it_handed_down() {
        UUID child = new UUID(1, 7);
        Life life = Life.inProgress()
                .then(ASSISTANT, Samples.created(false, ASSISTING_UNIT, null))
                .then(child, Samples.created(false, ASSISTING_UNIT, ASSISTANT))
                .then(ASSISTANT, RETURN_REQUESTED)
                .then(Samples.adjudicated(ASSISTANT, true))
                .stands(State.IN_PROGRESS)
                .tooLate(1, child, Samples.of(ASSIGNMENT_SIGNED));
        assertThat(life.assignment(ASSISTANT).phase()).isEqualTo(Phase.ENDED);
        assertThat(life.assignment(child).phase()).isEqualTo(Phase.ENDED);
    }

    @Test
    void assisting_units_work_on_while_the_lead_waits_and_end_with_the_ticket() {
        Life life = Life.inProgress()
                .then(ASSISTANT, Samples.created(false, ASSISTING_UNIT, null))
                .then(ASSIGNMENT_RESOLVED)
                .then(ASSISTANT, ASSIGNMENT_SIGNED)
                .then(REVIEWED)
                .then(ASSISTANT, PROGRESS_REPORTED)
                .then(CALLED_BACK)
                .then(CLOSED)
                .tooLate(1, ASSISTANT, Samples.of(ASSIGNMENT_RESOLVED));
        assertThat(life.assignment(ASSISTANT).phase()).isEqualTo(Phase.ENDED);
    }
}
