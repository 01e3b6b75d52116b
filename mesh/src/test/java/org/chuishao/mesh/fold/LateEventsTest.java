package org.chuishao.mesh.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chuishao.mesh.event.EventType.*;
import static org.chuishao.mesh.fold.Samples.LEAD;
import static org.chuishao.mesh.fold.Samples.NEW;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.EventType;
import org.junit.jupiter.api.Test;

/** What stands in the log too late is counted and changes nothing else. */
class LateEventsTest {

    @Test
    void nothing_of_round_1_resolves_round_2() {
        Life life = Life.inProgress()
                .then(ASSIGNMENT_RESOLVED)
                .then(REVIEWED)
                .then(CALLED_BACK)
                .then(REWORK_ORDERED)
                .then(NEW, ASSIGNMENT_CREATED)
                .then(NEW, ASSIGNMENT_SIGNED);
        TicketState before = life.ticket();

        life.tooLate(1, LEAD, Samples.of(ASSIGNMENT_RESOLVED))
                .tooLate(1, NEW, Samples.of(ASSIGNMENT_RESOLVED))
                .tooLate(2, LEAD, Samples.of(ASSIGNMENT_RESOLVED))
                .tooLate(1, LEAD, Samples.of(REVIEWED))
                .tooLate(1, LEAD, Samples.of(CALLED_BACK));
        TicketState after = life.ticket();
        assertThat(after.late()).isEqualTo(5);
        assertThat(after.seen()).isEqualTo(before.seen() + 5);
        assertThat(after.state()).isEqualTo(State.IN_PROGRESS);
        assertThat(after.assignments()).isEqualTo(before.assignments());
    }

    @Test
    void notes_count_whatever_round_their_author_had_seen() {
        Life life = Life.inProgress()
                .then(ASSIGNMENT_RESOLVED)
                .then(REVIEWED)
                .then(CALLED_BACK)
                .then(REWORK_ORDERED);
        for (EventType type : new EventType[] {DEADLINE_MISSED, CORRECTED, SECRECY_CHANGED, TICKET_SUPERVISED}) {
            Step step = Fold.apply(life.ticket(), Life.event(1, LEAD, Samples.of(type)));
            assertThat(step.verdict()).as("%s", type).isEqualTo(Step.Verdict.APPLIED);
        }
    }

    @Test
    void who_resolves_after_the_citizen_has_withdrawn_is_too_late() {
        Life life = Life.inProgress().then(WITHDRAWN).tooLate(ASSIGNMENT_RESOLVED);
        assertThat(life.ticket().state()).isEqualTo(State.WITHDRAWN);
        assertThat(life.assignment(LEAD).phase()).isEqualTo(AssignmentState.Phase.ENDED);
    }

    @Test
    void a_ticket_begins_only_with_a_call_or_a_find() {
        Life life =
                Life.begins().tooLate(ASSIGNMENT_SIGNED).tooLate(DEADLINE_ARMED).stands(State.UNSEEN);
        assertThat(life.ticket().seen()).isEqualTo(2);
        life.then(TICKET_RECEIVED).tooLate(TICKET_RECEIVED).tooLate(GRID_REPORTED);
    }

    @Test
    void an_assignment_that_the_ticket_does_not_know_does_nothing() {
        Life.inProgress()
                .tooLate(1, new UUID(9, 9), Samples.of(ASSIGNMENT_RESOLVED))
                .tooLate(1, null, Samples.of(ASSIGNMENT_RESOLVED))
                .tooLate(1, LEAD, Samples.created(true, Samples.UNIT, null))
                .tooLate(1, null, Samples.created(false, Samples.UNIT, null))
                .tooLate(1, NEW, Samples.created(false, Samples.UNIT, new UUID(9, 9)));
    }

    @Test
    void it_says_why_for_people() {
        TicketState withdrawn = Life.inProgress().then(WITHDRAWN).ticket();
        assertThat(Fold.apply(withdrawn, Life.event(1, LEAD, Samples.of(REVIEWED)))
                        .why())
                .isEqualTo("not in WITHDRAWN 撤销");
        assertThat(Fold.apply(withdrawn, Life.event(2, LEAD, Samples.of(REVIEWED)))
                        .why())
                .isEqualTo("of round 2, the ticket is in round 1");
    }

    @Test
    void the_state_handed_in_stays_as_it_was_and_the_one_handed_out_cannot_be_changed() {
        TicketState before = Life.inProgress().ticket();
        TicketState copy = new TicketEdit(before).after(Step.Verdict.LATE);
        Life.of(before).then(ASSIGNMENT_RESOLVED);
        assertThat(new TicketEdit(before).after(Step.Verdict.LATE)).isEqualTo(copy);
        Map<UUID, AssignmentState> assignments = before.assignments();
        assertThatThrownBy(assignments::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_ticket_begun_under_an_unknown_table_is_not_guessed_at() {
        TicketState now = TicketState.unseen();
        TicketState future = new TicketState(
                99,
                now.state(),
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
        assertThatThrownBy(() -> Fold.apply(future, Life.event(1, LEAD, Samples.of(TICKET_RECEIVED))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("table 99");
    }
}
