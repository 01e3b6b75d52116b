package org.chuishao.mesh.sql;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * What the database or its client says while it is away, overloaded, or let another go first: the same statement succeeds
 * later.
 */
public final class Outage {

    /**
     * SQLSTATE classes: connection, state of the transaction (cut off while idle, read only in a switch-over), resources,
     * operator intervention, system error, and lost serialisation races.
     */
    private static final Set<String> CLASSES = Set.of("08", "25", "53", "57", "58", "40");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Outage() {}

    /** Whether this failure says so, its causes aside. */
    public static boolean is(Throwable failure) {
        if (failure instanceof DatabaseException refused) {
            return refused.getSqlState() == null || isState(refused.getSqlState());
        }
        // the client has no types of its own for a connection that is lost, closed, or not to be had in time
        return failure instanceof VertxException
                || (failure instanceof NoStackTraceThrowable && !isWrongParameter(failure))
                || failure instanceof TimeoutException;
    }

    public static boolean isState(String sqlState) {
        return CLASSES.contains(sqlState.substring(0, 2)) || sqlState.equals(LOCK_NOT_AVAILABLE);
    }

    /** The client's way to say that a statement was handed a value of the wrong kind. */
    private static boolean isWrongParameter(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("Parameter at position");
    }
}
