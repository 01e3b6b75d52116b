package org.chuishao.analytics.whistle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.word.Hidden;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.WhistleEvent;
import org.chuishao.mesh.event.WhistleEvent.DepartmentArrived;
import org.chuishao.mesh.event.WhistleEvent.ObjectionDecided;
import org.chuishao.mesh.event.WhistleEvent.WhistleBlown;
import org.chuishao.mesh.event.WhistleEvent.WhistleClosed;
import org.chuishao.mesh.event.WhistleEvent.WhistleConfirmed;
import org.chuishao.mesh.event.WhistleEvent.WhistleSigned;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/** What a batch of the log said of whistles, by what it changes. */
record Heard(List<Blown> blown, List<Turn> turns, List<Step> steps, List<UUID> archived) {

    /** @param units who blew it, where that is known, and who is called */
    record Blown(
            UUID whistle,
            UUID ticket,
            @Nullable String number,
            String kind,
            String region,
            List<String> units,
            List<String> departments,
            Instant at) {}

    /** It was confirmed, or is over: closed, or not confirmed. */
    record Turn(UUID whistle, Instant at, boolean over) {}

    /** What a department did, or was told. */
    record Step(UUID whistle, String department, Instant at, Kind kind) {

        enum Kind {
            SIGNED,
            ARRIVED,
            RELEASED
        }
    }

    static Heard in(List<ReadEvent> events) {
        Heard heard = new Heard(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        events.stream().filter(ReadEvent::applied).forEach(heard::add);
        return heard;
    }

    private void add(ReadEvent read) {
        Instant at = read.event().at();
        EventData data = read.event().data();
        if (data instanceof WhistleBlown it) {
            blown.add(blown(read, it));
        } else if (data instanceof WhistleConfirmed it) {
            turns.add(new Turn(it.whistle(), at, !it.confirmed()));
        } else if (data instanceof WhistleClosed it) {
            turns.add(new Turn(it.whistle(), at, true));
        } else if (data instanceof WhistleSigned it) {
            steps.add(new Step(it.whistle(), it.department(), at, Step.Kind.SIGNED));
        } else if (data instanceof DepartmentArrived it) {
            steps.add(new Step(it.whistle(), it.department(), at, Step.Kind.ARRIVED));
        } else if (data instanceof ObjectionDecided it && it.upheld()) {
            steps.add(new Step(it.whistle(), it.department(), at, Step.Kind.RELEASED));
        } else if (!(data instanceof WhistleEvent)
                && read.after().state() == State.ARCHIVED
                && read.before().state() != State.ARCHIVED) {
            archived.add(read.event().ticket());
        }
    }

    private static Blown blown(ReadEvent read, WhistleBlown it) {
        List<String> units = new ArrayList<>(it.departments());
        String blower = read.event().actor().unit();
        if (blower != null) {
            units.add(blower);
        }
        return new Blown(
                it.whistle(),
                read.event().ticket(),
                Hidden.is(read.after()) ? null : read.after().number(),
                it.kind().name(),
                it.region(),
                List.copyOf(units),
                List.copyOf(it.departments()),
                read.event().at());
    }
}
