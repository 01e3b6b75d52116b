package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What a service does about events that it has read, in the reader's transaction: all of it commits with the inbox, or
 * none of it. A failure that is not the database's absence parks the ticket whose event caused it.
 */
public interface LogEffect {

    /** @param events in log order; those of several tickets are mixed */
    Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events);
}
