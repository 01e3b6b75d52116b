package org.chuishao.intake.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.IntakeEvent.CalledBack.Satisfaction;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Reviewed;
import org.chuishao.mesh.event.IntakeEvent.ReworkOrdered;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final CalledBack SOLVED = new CalledBack(1, true, true, true, Satisfaction.SATISFIED, null);
    private static final CalledBack UNSOLVED = new CalledBack(1, true, true, false, Satisfaction.NOT_SATISFIED, null);
    private static final CalledBack MISSED = new CalledBack(1, false, null, null, null, null);
    private static final CallbackConfig RULES = new CallbackConfig() {
        @Override
        public int attempts() {
            return 3;
        }

        @Override
        public Duration apart() {
            return Duration.ofHours(1);
        }

        @Override
        public int reworks() {
            return 2;
        }
    };

    @Test
    void solvedByTheCitizensWordCloses() {
        assertThat(Outcome.of(pendingCallback(0), SOLVED, false, List.of(), RULES))
                .isEqualTo(new Closed(Closed.Ground.SOLVED));
    }

    @Test
    void unsolvedGoesBackTwiceAndThenWaitsForTheLevelAbove() {
        assertThat(Outcome.of(pendingCallback(0), UNSOLVED, false, List.of(), RULES))
                .isEqualTo(new ReworkOrdered(2, "UNSOLVED"));
        assertThat(Outcome.of(pendingCallback(1), UNSOLVED, false, List.of(), RULES))
                .isEqualTo(new ReworkOrdered(3, "UNSOLVED"));
        assertThat(Outcome.of(pendingCallback(2), UNSOLVED, false, List.of(), RULES))
                .isNull();
    }

    @Test
    void solvedButDissatisfiedWithGroundIsDoneAgain() {
        assertThat(Outcome.of(pendingCallback(0), SOLVED, true, List.of(), RULES))
                .isEqualTo(new ReworkOrdered(2, "DISSATISFIED"));
        assertThat(Outcome.of(pendingCallback(2), SOLVED, true, List.of(), RULES))
                .isNull();
    }

    @Test
    void threeAttemptsAtDifferentTimesAreEnough() {
        assertThat(missed(NOON, NOON.plusSeconds(3600))).isNull();
        assertThat(missed(NOON, NOON.plusSeconds(60), NOON.plusSeconds(120))).isNull();
        assertThat(missed(NOON, NOON.plusSeconds(3600), NOON.plusSeconds(7200)))
                .isEqualTo(new Closed(Closed.Ground.UNREACHABLE));
    }

    private static EventData missed(Instant... attempts) {
        return Outcome.of(pendingCallback(0), MISSED, false, List.of(attempts), RULES);
    }

    private static TicketState pendingCallback(int reworks) {
        Sealed words = new Sealed("k.x");
        Place place = new Place(null, "210102", null, null, null);
        TicketState state =
                apply(TicketState.unseen(), new GridReported(words, words, place, "210102", List.of(), true));
        state = apply(state, new Reviewed(true, null));
        for (int i = 1; i <= reworks; i++) {
            state = apply(state, new ReworkOrdered(i + 1, "UNSOLVED"));
            state = inCallbackAgain(state);
        }
        assertThat(state.state()).isEqualTo(State.PENDING_CALLBACK);
        return state;
    }

    /** Round by round, by the shortest way that the table knows. */
    private static TicketState inCallbackAgain(TicketState state) {
        return new TicketState(
                state.table(),
                State.PENDING_CALLBACK,
                null,
                state.seen(),
                0,
                state.round(),
                null,
                state.channel(),
                state.kind(),
                false,
                null,
                null,
                state.region(),
                null,
                null,
                Set.of(),
                false,
                0,
                state.reworks(),
                0,
                0,
                0,
                null,
                null,
                null,
                state.assignments());
    }

    private static TicketState apply(TicketState before, EventData data) {
        Event event = new Event(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Source.INTAKE,
                NOON,
                before.round(),
                null,
                before.seen(),
                Actor.service(Source.INTAKE),
                data);
        return Fold.apply(before, event).after();
    }
}
