package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.mesh.clock.Deadlines;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * Keeps the clocks of units' parts to what the log says: they end with their part, and what a command did to them is
 * undone where the log did not take it. From a batch follows what lies between its beginning and its end.
 */
@ApplicationScoped
class FollowClocks implements LogEffect {

    private final Deadlines deadlines;
    private final MendClocks mend;

    FollowClocks(Deadlines deadlines, MendClocks mend) {
        this.deadlines = deadlines;
        this.mend = mend;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<PartRead> parts = PartRead.in(events);
        List<Over> over = parts.stream()
                .filter(PartRead::over)
                .map(it -> new Over(it.ticket(), it.id(), null, it.after().seen()))
                .toList();
        List<PartRead> living = parts.stream().filter(it -> !it.over()).toList();
        return deadlines.annul(transaction, over, "ended").chain(() -> mend.of(transaction, living));
    }
}
