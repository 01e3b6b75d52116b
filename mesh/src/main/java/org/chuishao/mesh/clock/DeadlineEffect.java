package org.chuishao.mesh.clock;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * What a service does when its clocks fire, in the firing's transaction: all of it commits with the firing, or none of it. A
 * failure that is not the database's absence sets the clock aside that caused it, for a while.
 */
public interface DeadlineEffect {

    /** @param firings oldest first, those of minutes before those of days; no ticket's lock is given up before the commit */
    Uni<Void> on(ReaderTransaction transaction, List<Firing> firings);
}
