package org.chuishao.analytics.facts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.chuishao.mesh.event.DispatchEvent.ReturnAdjudicated;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/** What facts take from an event. */
final class Said {

    private Said() {}

    static Instant at(ReadEvent read) {
        return asKept(read.event().at());
    }

    /** As the database keeps it, so that what is compared within a batch is what is compared after it. */
    static Instant asKept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** The part that an event is about. */
    static @Nullable UUID part(Event event) {
        return event.data() instanceof ReturnAdjudicated it ? it.assignment() : event.assignment();
    }

    /** What is known once stays known. */
    static <T> @Nullable T first(@Nullable T known, @Nullable T now) {
        return known == null ? now : known;
    }

    /** The event's instant where something has happened by it for the first time. */
    static @Nullable Instant first(@Nullable Instant known, boolean happened, ReadEvent read) {
        return known == null && happened ? at(read) : known;
    }
}
