package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;

/** The transaction that a batch of the log is read in, or clocks fire in. */
public interface ReaderTransaction {

    /** The connection of the reader's role; use few statements with arrays, not one an event. */
    SqlConnection sql();

    /** The instant of this transaction. */
    Instant now();

    /** The same transaction by another clock than this service's own: what fires is due by the database's. */
    ReaderTransaction at(Instant now);

    /** Writes events to the outbox, in this order. */
    Uni<Void> append(List<Draft> drafts);
}
