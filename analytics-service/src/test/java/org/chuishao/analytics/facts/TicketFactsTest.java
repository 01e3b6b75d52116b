package org.chuishao.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.ReturnRequested;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineExcused;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineMissed;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.ReturnAdjudicated;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.IntakeEvent.CalledBack.Satisfaction;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.ExclusionDecided;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Reopened;
import org.chuishao.mesh.event.IntakeEvent.Reviewed;
import org.chuishao.mesh.event.IntakeEvent.SecrecyChanged;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Meaning;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.Step;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketFactsTest {

    private static final UUID TICKET = new UUID(1, 1);
    private static final UUID PART = new UUID(1, 2);
    private static final UUID SIGN = new UUID(1, 3);
    private static final UUID RESOLVE = new UUID(1, 4);
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Sealed WORDS = new Sealed("k.words");
    private static final String UNIT = "U-TERR-210102";

    private TicketState state = TicketState.unseen();
    private TicketFacts facts = TicketFacts.none(TICKET);
    private Instant now = NOON;

    @Test
    void of_several_calls_that_reached_the_citizen_the_last_counts() {
        reviewed();
        say(called(true, false));
        say(called(false, false));
        Instant counts = say(called(true, true));
        say(called(false, false));

        CallbackFact call = facts.callbacks().get(1);
        assertThat(call.attempts()).isEqualTo(4);
        assertThat(call.calledAt()).isEqualTo(counts);
        assertThat(call.solved()).isTrue();
        assertThat(call.unit()).isEqualTo(UNIT);
    }

    @Test
    void what_came_too_late_changes_nothing() {
        handedIn();
        TicketFacts before = facts;

        say(new TicketAccepted("2102"));
        say(PART, new AssignmentSigned());

        assertThat(facts).isEqualTo(before);
    }

    @Test
    void what_it_means_stays_when_the_rules_look_again_and_goes_for_good_when_it_becomes_secret() {
        Meaning meaning = new Meaning("AQIDBAUG");
        accepted();
        say(classified(meaning));
        say(classified(null));
        assertThat(facts.ticket().meaning()).isEqualTo(meaning);
        assertThat(FactRows.ticket(FactRows.of(facts.ticket())).meaning()).isEqualTo(meaning);

        say(new SecrecyChanged(true, WORDS));
        assertThat(facts.ticket().meaning()).isNull();
        say(new SecrecyChanged(false, WORDS));
        assertThat(facts.ticket().meaning()).isNull();
    }

    private static TicketClassified classified(@Nullable Meaning meaning) {
        return new TicketClassified(Severity.ORDINARY, "HEATING_OFF", 0.9, "rules-1", "210102", List.of(), meaning);
    }

    @Test
    void a_clock_is_met_at_its_very_end_and_missed_behind_it() {
        dispatched();
        // said a minute later, and signed a minute after that
        armed(SIGN, "SIGN", now.plus(Duration.ofMinutes(2)));
        say(PART, new AssignmentSigned());

        assertThat(clock(SIGN).doneAt()).isEqualTo(clock(SIGN).dueAt());
        assertThat(clock(SIGN).state()).isEqualTo(ClockFact.State.MET);

        armed(SIGN, "SIGN", now.minusSeconds(200));
        assertThat(clock(SIGN).state()).isEqualTo(ClockFact.State.MISSED);
    }

    @Test
    void a_miss_counts_for_the_end_that_it_names() {
        dispatched();
        Instant first = now.plusSeconds(600);
        Instant extended = now.plusSeconds(6000);
        armed(RESOLVE, "RESOLVE", first);
        armed(RESOLVE, "RESOLVE", extended);
        say(PART, new DeadlineMissed(RESOLVE, "RESOLVE", first));
        assertThat(clock(RESOLVE).state()).isEqualTo(ClockFact.State.RUNNING);

        say(PART, new DeadlineMissed(RESOLVE, "RESOLVE", extended));
        assertThat(clock(RESOLVE).state()).isEqualTo(ClockFact.State.MISSED);

        say(PART, new DeadlineExcused(RESOLVE, "RESOLVE", extended, NOON, WORDS));
        assertThat(clock(RESOLVE).state()).isEqualTo(ClockFact.State.EXCUSED);
    }

    @Test
    void a_result_that_is_sent_back_is_none() {
        handedIn();
        assertThat(facts.parts().get(PART).resolvedAt()).isNotNull();

        say(new Reviewed(false, null));
        assertThat(facts.parts().get(PART).resolvedAt()).isNull();
        assertThat(facts.parts().get(PART).signedAt()).isNotNull();
    }

    @Test
    void a_clock_that_no_figure_counts_is_not_kept() {
        dispatched();
        armed(new UUID(1, 9), "SIGN_HARD", now);

        assertThat(facts.clocks()).isEmpty();
    }

    @Test
    void a_first_dispatch_that_is_given_back_was_wrong_and_a_later_one_is_not_counted() {
        dispatched();
        say(PART, new ReturnRequested(WORDS, "U-OTHER", "leader"));
        assertThat(facts.ticket().course().misdirected()).isFalse();

        say(new ReturnAdjudicated(PART, true, WORDS));
        say(dispatch("U-OTHER"));

        assertThat(facts.ticket().course().misdirected()).isTrue();
        assertThat(facts.ticket().course().dispatches()).isEqualTo(2);
        assertThat(facts.ticket().firsts().unit()).isEqualTo(UNIT);
        assertThat(facts.parts().get(PART).returnGrantedAt()).isNotNull();
    }

    @Test
    void a_reopened_ticket_is_closed_no_more() {
        reviewed();
        say(called(true, true));
        say(new Closed(Closed.Ground.SOLVED));
        assertThat(facts.ticket().course().closedAt()).isNotNull();

        say(new Reopened(2, WORDS));
        assertThat(facts.ticket().course().closedAt()).isNull();
        assertThat(facts.ticket().course().reopenings()).isEqualTo(1);
    }

    @Test
    void the_last_decision_says_whether_it_is_excluded() {
        handedIn();
        say(new ExclusionDecided(true, WORDS));
        assertThat(facts.ticket().course().excluded()).isTrue();

        say(new ExclusionDecided(false, WORDS));
        assertThat(facts.ticket().course().excluded()).isFalse();
    }

    @Test
    void rows_say_all_of_a_fact() {
        dispatched();
        armed(SIGN, "SIGN", now.plusSeconds(30));
        reviewed();
        say(called(true, true));

        FactRow ticket = FactRows.of(facts.ticket());
        assertThat(FactRows.ticket(FactRow.of(ticket.json().encode()))).isEqualTo(facts.ticket());
        assertThat(FactRows.part(FactRows.of(facts.parts().get(PART))))
                .isEqualTo(facts.parts().get(PART));
        assertThat(FactRows.clock(FactRows.of(clock(SIGN)))).isEqualTo(clock(SIGN));
        assertThat(FactRows.callback(FactRows.of(facts.callbacks().get(1))))
                .isEqualTo(facts.callbacks().get(1));
    }

    private ClockFact clock(UUID deadline) {
        return facts.clocks().get(deadline);
    }

    private void armed(UUID deadline, String act, Instant due) {
        say(PART, DeadlineArmed.one(deadline, act, due, "r1"));
    }

    private void accepted() {
        Place place = new Place(null, "210102001002", null, null, null);
        say(new TicketReceived("N-1", Channel.PHONE, Kind.HELP, WORDS, WORDS, null, "hash", place, null, false, null));
        say(new TicketAccepted("210102001002"));
    }

    private void dispatched() {
        accepted();
        say(dispatch(UNIT));
        say(PART, new AssignmentCreated(true, UNIT, "210102001002", null, null, null, null, "test"));
    }

    private void handedIn() {
        dispatched();
        say(PART, new AssignmentSigned());
        say(PART, new AssignmentResolved(true, WORDS, List.of()));
    }

    private void reviewed() {
        if (state.assignments().isEmpty()) {
            dispatched();
        }
        say(PART, new AssignmentSigned());
        say(PART, new AssignmentResolved(true, WORDS, List.of()));
        say(new Reviewed(true, null));
    }

    private static TicketDispatched dispatch(String unit) {
        return new TicketDispatched(
                unit, List.of(), List.of(), "210102001002", Severity.ORDINARY, "NOISE", Mode.HUMAN, "test", null);
    }

    private static CalledBack called(boolean reached, boolean solved) {
        return reached
                ? new CalledBack(1, true, true, solved, Satisfaction.SATISFIED, null)
                : new CalledBack(1, false, null, null, null, null);
    }

    private Instant say(EventData data) {
        return say(null, data);
    }

    /** A minute after what was said before. */
    private Instant say(UUID part, EventData data) {
        now = now.plus(Duration.ofMinutes(1));
        Event event = new Event(
                UUID.randomUUID(),
                TICKET,
                Source.INTAKE,
                now,
                state.round(),
                part,
                state.seen(),
                Actor.service(Source.INTAKE),
                data);
        Step step = Fold.apply(state, event);
        facts = facts.after(new ReadEvent(event, step.verdict(), step.why(), state, step.after()));
        state = step.after();
        return now;
    }
}
