package org.chuishao.mesh.log;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a failure that will pass (the database away, a deadlock) from one that the same input brings again. */
final class Failures {

    /** SQLSTATE classes: connection, resources, operator intervention, system error, and lost serialisation races. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "58", "40");

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String READ_ONLY_TRANSACTION = "25006";

    private Failures() {}

    static boolean ofTheMoment(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException database) {
                String state = database.getSqlState();
                return state == null
                        || PASSING_CLASSES.contains(state.substring(0, 2))
                        || state.equals(LOCK_NOT_AVAILABLE)
                        || state.equals(READ_ONLY_TRANSACTION);
            }
            if (cause instanceof IOException
                    || cause instanceof VertxException
                    || (cause instanceof NoStackTraceThrowable && !wrongParameter(cause))
                    || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** The client's way to say that a statement was handed a value of the wrong kind. */
    private static boolean wrongParameter(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("Parameter at position");
    }
}
