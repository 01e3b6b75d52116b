package org.chuishao.grid.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.CitizenContacted;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Merged;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.Step;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.time.Ids;
import org.junit.jupiter.api.Test;

/** What a batch of the log asks of the assignments: to make them, to move them, to undo what came too late. */
class ChangeTest {

    private static final String UNIT = "U-TERR-210102001002";
    private static final String COMPANY = "U-HEATING-CO-210102";
    private static final UUID LEAD = Ids.next();

    private final UUID ticket = Ids.next();
    private final List<ReadEvent> log = new ArrayList<>();
    private TicketState state = TicketState.unseen();

    @Test
    void aDispatchOpensTheLeadAndThoseThatAssist() {
        dispatched();
        assertThat(Opening.in(log)).singleElement().satisfies(opening -> {
            assertThat(opening.units()).containsExactly(UNIT, COMPANY);
            assertThat(opening.region()).isEqualTo("210102001002");
        });
    }

    @Test
    void aDispatchThatWasWithdrawnInTheSameBatchOpensNothing() {
        dispatched();
        read(Source.INTAKE, null, new Withdrawn("over"));
        assertThat(Opening.in(log)).isEmpty();
    }

    @Test
    void whatIsWrittenAnswersTheLastEventOfTheBatch() {
        dispatched();
        read(Source.ROUTING, null, dispatch());
        Opening opening = Opening.in(log).get(0);
        assertThat(new NewAssignment(LEAD, opening, 0, null).draft().basedOn()).isEqualTo(4);
        assertThat(new NewAssignment(LEAD, opening, 1, null).draft().basedOn()).isEqualTo(5);
    }

    @Test
    void anOwnActThatCountsOnlyConfirms() {
        created();
        read(Source.GRID, LEAD, new AssignmentSigned());
        assertThat(changesOfLast(1)).singleElement().satisfies(change -> {
            assertThat(change.state().phase()).isEqualTo(Phase.IN_PROGRESS);
            assertThat(change.decided()).isFalse();
        });
    }

    @Test
    void anOwnActLetsTheOtherPartsBeFollowedThatWaitedForIt() {
        created();
        UUID assisting = Ids.next();
        read(
                Source.GRID,
                assisting,
                new AssignmentCreated(false, COMPANY, "210102001002", null, null, null, null, "test"));
        read(Source.GRID, assisting, new AssignmentSigned());
        read(Source.GRID, LEAD, new AssignmentSigned());
        assertThat(changesOfLast(1))
                .filteredOn(change -> change.assignment().equals(assisting))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.state().phase()).isEqualTo(Phase.IN_PROGRESS);
                    assertThat(change.decided()).isFalse();
                });
    }

    @Test
    void whatOthersEndIsDecided() {
        created();
        read(Source.INTAKE, null, new Withdrawn("over"));
        assertThat(changesOfLast(1)).singleElement().satisfies(change -> {
            assertThat(change.state().phase()).isEqualTo(Phase.ENDED);
            assertThat(change.decided()).isTrue();
        });
    }

    @Test
    void anOwnActThatCameTooLateIsUndone() {
        created();
        read(Source.INTAKE, null, new Withdrawn("over"));
        read(Source.GRID, LEAD, new AssignmentSigned());
        read(Source.GRID, LEAD, new CitizenContacted(true, null));
        assertThat(changesOfLast(2)).singleElement().satisfies(change -> {
            assertThat(change.state().phase()).isEqualTo(Phase.ENDED);
            assertThat(change.state().contacted()).isFalse();
            assertThat(change.decided()).isTrue();
            assertThat(change.unsigned()).isTrue();
        });
    }

    @Test
    void anAssignmentThatCameTooLateToBeMadeIsEnded() {
        dispatched();
        read(Source.INTAKE, null, new Withdrawn("over"));
        read(Source.GRID, LEAD, creation());
        assertThat(changesOfLast(1)).singleElement().satisfies(change -> {
            assertThat(change.state()).isNull();
            assertThat(change.row().getString("phase")).isEqualTo("ENDED");
        });
    }

    @Test
    void whatLeavesTheAssignmentsAloneIsNoChange() {
        created();
        read(Source.INTAKE, null, new Merged(Ids.next(), new Sealed("k1.AAAA")));
        assertThat(changesOfLast(1)).isEmpty();
    }

    private void dispatched() {
        Sealed text = new Sealed("k.x");
        Place place = new Place(null, "210102001002", null, null, null);
        read(
                Source.INTAKE,
                null,
                new TicketReceived("1", Channel.PHONE, Kind.HELP, text, text, null, null, place, null, false, null));
        read(Source.INTAKE, null, new TicketAccepted("210102001002"));
        read(Source.ROUTING, null, dispatch());
    }

    private void created() {
        dispatched();
        read(Source.GRID, LEAD, creation());
    }

    private static TicketDispatched dispatch() {
        return new TicketDispatched(
                UNIT,
                List.of(COMPANY, UNIT),
                List.of(),
                "210102001002",
                Severity.ORDINARY,
                "heating",
                TicketDispatched.Mode.AUTO,
                "test",
                null);
    }

    private static AssignmentCreated creation() {
        return new AssignmentCreated(true, UNIT, "210102001002", null, null, null, null, "test");
    }

    private void read(Source source, UUID assignment, EventData data) {
        Event event = new Event(
                Ids.next(),
                ticket,
                source,
                Instant.parse("2026-11-23T00:00:00Z"),
                1,
                assignment,
                state.seen(),
                Actor.service(source),
                data);
        Step step = Fold.apply(state, event);
        log.add(new ReadEvent(event, step.verdict(), step.why(), state, step.after()));
        state = step.after();
    }

    private List<Change> changesOfLast(int events) {
        return Change.in(log.subList(log.size() - events, log.size()));
    }
}
