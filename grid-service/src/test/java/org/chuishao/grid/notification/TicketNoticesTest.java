package org.chuishao.grid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.Step;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.time.Ids;
import org.junit.jupiter.api.Test;

/** Who is told of what a batch of the log brings: not of what went on, or was over, in the same batch. */
class TicketNoticesTest {

    private static final String PLACE = "210102001002";
    private static final String UNIT = "U-TERR-" + PLACE;
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final UUID PART = Ids.next();

    private final UUID ticket = Ids.next();
    private final List<ReadEvent> log = new ArrayList<>();
    private TicketState state = TicketState.unseen();

    @Test
    void anAssignmentIsToldOf() {
        assigned();
        assertThat(told()).singleElement().satisfies(notice -> assertThat(notice.assignment())
                .isEqualTo(PART));
    }

    @Test
    void oneThatWasSignedInTheSameBatchIsNot() {
        assigned();
        read(Source.GRID, PART, new AssignmentSigned());
        assertThat(told()).isEmpty();
    }

    @Test
    void norIsOneWhoseTicketWasWithdrawnInIt() {
        assigned();
        read(Source.INTAKE, null, new Withdrawn("over"));
        assertThat(told()).isEmpty();
    }

    private List<Notice> told() {
        return TicketNotices.in(TicketNotices.news(log, NOW), log);
    }

    private void assigned() {
        Sealed text = new Sealed("k.x");
        Place place = new Place(null, PLACE, null, null, null);
        read(
                Source.INTAKE,
                null,
                new TicketReceived("1", Channel.PHONE, Kind.HELP, text, text, null, null, place, null, false, null));
        read(Source.INTAKE, null, new TicketAccepted(PLACE));
        read(
                Source.ROUTING,
                null,
                new TicketDispatched(
                        UNIT,
                        List.of(),
                        List.of(),
                        PLACE,
                        Severity.ORDINARY,
                        "heating",
                        TicketDispatched.Mode.AUTO,
                        "test",
                        null));
        read(Source.GRID, PART, new AssignmentCreated(true, UNIT, PLACE, null, null, null, null, "test"));
    }

    private void read(Source source, UUID assignment, EventData data) {
        Event event =
                new Event(Ids.next(), ticket, source, NOW, 1, assignment, state.seen(), Actor.service(source), data);
        Step step = Fold.apply(state, event);
        log.add(new ReadEvent(event, step.verdict(), step.why(), state, step.after()));
        state = step.after();
    }
}
