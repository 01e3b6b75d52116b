package org.chuishao.analytics.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.Step;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.time.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClimbTest {

    private static final Sealed WORDS = new Sealed("k.words");
    private static final UUID TICKET = Ids.next();
    private static final UUID PART = Ids.next();

    private final List<ReadEvent> read = new ArrayList<>();
    private TicketState ticket = TicketState.unseen();

    @BeforeEach
    void dispatched_to_a_grid() {
        says(new TicketReceived(
                "N-1",
                Channel.PHONE,
                Kind.COMPLAINT,
                WORDS,
                WORDS,
                null,
                "hash",
                new Place(null, "210102001001", null, null, null),
                null,
                false,
                null));
        says(new TicketAccepted("210102001001"));
        says(dispatch("U-COMMUNITY"));
        says(new AssignmentCreated(true, "U-COMMUNITY", "210102001001", "210102001001101", "R", "W", null, "test"));
        read.clear();
    }

    @Test
    void it_says_who_had_it_and_who_was_told() {
        says(new TicketEscalated("routing", "U-TOWN", "UNDISPATCHED"));
        says(new TicketSupervised(2, "U-CITY", "NOT_ON_SITE"));

        List<Climb> climbs = Climb.in(read);
        assertThat(climbs).extracting(Climb::from).containsExactly("U-COMMUNITY", "U-COMMUNITY");
        assertThat(climbs).allMatch(Climb::fromGrid).allMatch(Climb::stands);
        assertThat(climbs).extracting(Climb::to).containsExactly("U-TOWN", "U-CITY");
        assertThat(climbs).extracting(Climb::supervision).containsExactly(null, 2);
    }

    @Test
    void signing_answers_nothing_and_the_result_does() {
        says(new TicketEscalated("U-COMMUNITY", "U-TOWN", "UNSIGNED"));
        says(new AssignmentSigned());
        assertThat(Climb.in(read)).allMatch(Climb::stands);

        says(new AssignmentResolved(true, WORDS, List.of()));
        assertThat(Climb.in(read)).noneMatch(Climb::stands);
        assertThat(read.stream().filter(Climb::answers)).hasSize(1);
    }

    @Test
    void who_is_told_after_a_new_dispatch_is_not_answered_by_it() {
        says(new TicketEscalated("U-COMMUNITY", "U-TOWN", "UNSIGNED"));
        says(dispatch("U-OTHER"));
        says(new TicketEscalated("U-OTHER", "U-COUNTY", "UNSIGNED"));

        assertThat(Climb.in(read)).extracting(Climb::stands).containsExactly(false, true);
    }

    private static TicketDispatched dispatch(String unit) {
        return new TicketDispatched(
                unit, List.of(), List.of(), "210102001001", Severity.ORDINARY, "NOISE", Mode.AUTO, "test", null);
    }

    private void says(EventData data) {
        Source source = Source.GRID;
        Event event = new Event(Ids.next(), TICKET, source, Instant.EPOCH, 1, PART, 0, Actor.service(source), data);
        TicketState before = ticket;
        Step step = Fold.apply(before, event);
        ticket = step.after();
        read.add(new ReadEvent(event, step.verdict(), step.why(), before, ticket));
    }
}
