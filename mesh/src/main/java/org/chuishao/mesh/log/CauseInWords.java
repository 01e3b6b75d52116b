package org.chuishao.mesh.log;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;

/** Why a ticket is parked or a clock set aside, in words for operators that hold nothing of what the event said. */
public final class CauseInWords {

    private static final int LONGEST = 500;

    private CauseInWords() {}

    public static String of(Throwable failure) {
        // what cannot be read is quoted at times, and Postgres keeps no NUL in a text
        String words = words(failure).replace("\0", "");
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }

    private static String words(Throwable failure) {
        if (failure instanceof PgException database) {
            // not its detail line, which quotes the row
            return "database " + database.getSqlState() + ": " + database.getErrorMessage();
        }
        if (failure instanceof JacksonException json) {
            return "JSON: " + json.getClass().getSimpleName();
        }
        if (failure instanceof NoStackTraceThrowable) {
            // its message may quote a parameter
            return "database client: " + failure.getClass().getSimpleName();
        }
        if (failure.getCause() != null && !(failure instanceof UnreadableEvent)) {
            return failure.getClass().getSimpleName() + " by " + words(failure.getCause());
        }
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
