package org.chuishao.grid.clock;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineMissed;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** What another service missed is told to the county: supervision and escalation are grid's. Its own it tells as they fire. */
@ApplicationScoped
class TellOfOthers implements LogEffect {

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Draft> told = events.stream()
                .filter(ReadEvent::applied)
                .map(TellOfOthers::told)
                .flatMap(Optional::stream)
                .toList();
        return told.isEmpty() ? Uni.createFrom().voidItem() : transaction.append(told);
    }

    private static Optional<Draft> told(ReadEvent read) {
        Source source = read.event().source();
        if (source == Source.GRID || !(read.event().data() instanceof DeadlineMissed missed)) {
            return Optional.empty();
        }
        Optional<MissedByOthers> what = MissedByOthers.of(missed.act()).filter(it -> it.stillOwed(read));
        Optional<String> county = Territory.county(read.after().region());
        if (what.isPresent() && county.isEmpty()) {
            Log.warnf(
                    "ticket %s: %s was missed, and no county is known to be told",
                    read.event().ticket(), missed.act());
        }
        return what.flatMap(
                it -> county.map(unit -> Draft.after(read, read.event().assignment(), it.told(source, unit))));
    }
}
