package org.chuishao.routing.similar;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.crypto.UnsealException;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.routing.similar.Sketches.Kept;

/** Sketches each ticket's first words as they are read. A ticket that becomes secret loses its sketch for good. */
@ApplicationScoped
class SketchReader implements LogEffect {

    private final Sealer sealer;

    SketchReader(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Passage passage = Passage.of(events);
        Sketches sketches = new Sketches(transaction.sql());
        return keep(sketches, events, passage)
                .chain(() -> sketches.move(passage.moved()))
                .chain(() -> sketches.drop(passage.hushed()));
    }

    private Uni<Void> keep(Sketches sketches, List<ReadEvent> events, Passage passage) {
        List<ReadEvent> first = events.stream()
                .filter(ReadEvent::applied)
                .filter(read -> read.event().data() instanceof TicketReceived
                        || read.event().data() instanceof GridReported)
                .filter(read -> passage.shown(read.event().ticket()))
                .toList();
        return first.isEmpty()
                ? Uni.createFrom().voidItem()
                : sketches.salt().chain(salt -> sketches.keep(sketched(first, passage, new Sketcher(salt))));
    }

    private List<Kept> sketched(List<ReadEvent> first, Passage passage, Sketcher sketcher) {
        List<Kept> rows = new ArrayList<>(first.size());
        for (ReadEvent read : first) {
            UUID ticket = read.event().ticket();
            sketch(read, sketcher)
                    .map(it -> Kept.of(ticket, read.event().at(), it, passage.region(ticket)))
                    .ifPresent(rows::add);
        }
        return rows;
    }

    private Optional<Sketch> sketch(ReadEvent read, Sketcher sketcher) {
        if (read.event().data() instanceof TicketReceived it) {
            return sketch(sketcher, it.title(), it.content(), it.place());
        }
        return read.event().data() instanceof GridReported it
                ? sketch(sketcher, it.title(), it.content(), it.place())
                : Optional.empty();
    }

    /** What does not open is not compared, and keeps nothing up here. */
    private Optional<Sketch> sketch(Sketcher sketcher, Sealed title, Sealed content, Place place) {
        try {
            Sealed text = place.text();
            return sketcher.sketch(sealer.open(title), sealer.open(content), text == null ? null : sealer.open(text));
        } catch (UnsealException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            // a ticket is dispatched though nothing can be held beside it
            Log.warnf("a ticket is not sketched: %s", e.toString());
            return Optional.empty();
        }
    }
}
