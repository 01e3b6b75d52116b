package org.chuishao.grid.clock;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chuishao.grid.clock.Superiors.Ladders;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineMissed;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * What another service missed is told to the county, or to the unit above the one that has it: supervision and escalation
 * are grid's. Its own it tells as they fire.
 */
@ApplicationScoped
class TellOfOthers implements LogEffect {

    private final Superiors superiors;

    TellOfOthers(Superiors superiors) {
        this.superiors = superiors;
    }

    private record Owed(ReadEvent read, MissedByOthers what) {}

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Owed> owed = new ArrayList<>();
        for (ReadEvent read : events) {
            if (read.applied()
                    && read.event().source() != Source.GRID
                    && read.event().data() instanceof DeadlineMissed missed) {
                MissedByOthers.of(missed.act())
                        .filter(it -> it.stillOwed(read))
                        .ifPresent(it -> owed.add(new Owed(read, it)));
            }
        }
        return owed.isEmpty() ? Uni.createFrom().voidItem() : tell(transaction, owed);
    }

    private Uni<Void> tell(ReaderTransaction transaction, List<Owed> owed) {
        List<String> units = owed.stream()
                .map(it -> it.read().after().leadUnit())
                .filter(Objects::nonNull)
                .toList();
        return superiors
                .of(transaction, units)
                .map(ladders -> owed.stream()
                        .map(it -> told(it, ladders))
                        .flatMap(Optional::stream)
                        .toList())
                .chain(transaction::append);
    }

    private static Optional<Draft> told(Owed owed, Ladders ladders) {
        ReadEvent read = owed.read();
        Optional<String> above = owed.what().above(read.after(), ladders);
        if (above.isEmpty()) {
            Log.warnf(
                    "ticket %s: %s was missed, and no county is known to be told",
                    read.event().ticket(), owed.what());
        }
        return above.map(unit -> Draft.after(
                read, read.event().assignment(), owed.what().told(read.event().source(), unit)));
    }
}
