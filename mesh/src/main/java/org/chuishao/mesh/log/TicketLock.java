package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.UUID;

/**
 * The lock that commands and the reader take on a ticket before they decide about it, until their transaction ends. It is
 * an advisory lock, so that it can be had before the ticket's first row is there. Several are taken in one order.
 */
public final class TicketLock {

    private TicketLock() {}

    /** The lock of one ticket. */
    public static long key(UUID ticket) {
        return ticket.getMostSignificantBits() ^ ticket.getLeastSignificantBits();
    }

    /** Takes those of several, in a transaction in which the service acts by itself; before it looks at any of them. */
    public static Uni<Void> take(ReaderTransaction transaction, Collection<UUID> tickets) {
        return take(transaction.sql(), tickets);
    }

    static Uni<Void> take(SqlClient sql, Collection<UUID> tickets) {
        Long[] keys = tickets.stream().map(TicketLock::key).sorted().distinct().toArray(Long[]::new);
        return sql.preparedQuery("select pg_advisory_xact_lock(k)::text from unnest($1::bigint[]) as k")
                .execute(Tuple.of(keys))
                .replaceWithVoid();
    }
}
