package org.chuishao.intake.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Transferred;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void silenceBringsTheTicketBack() {
        TicketState asked = apply(found(), new Transferred("119", Transferred.Receipt.REQUESTED, null));
        assertThat(asked.state()).isEqualTo(State.TRANSFERRED);

        Transferred silent = Silence.of(asked, EmergencyService.FIRE);

        assertThat(silent).isEqualTo(new Transferred("119", Transferred.Receipt.SILENT, null));
        assertThat(apply(asked, silent).state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void whoHasAnsweredIsNotSilent() {
        TicketState asked = apply(found(), new Transferred("119", Transferred.Receipt.REQUESTED, null));
        TicketState accepted = apply(asked, new Transferred("119", Transferred.Receipt.ACCEPTED, "119-7"));

        assertThat(Silence.of(accepted, EmergencyService.FIRE)).isNull();
        assertThat(Silence.of(found(), EmergencyService.FIRE)).isNull();
    }

    private static TicketState found() {
        Sealed words = new Sealed("k.x");
        Place place = new Place(null, "210102", null, null, null);
        return apply(TicketState.unseen(), new GridReported(words, words, place, "210102", List.of(), false));
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
