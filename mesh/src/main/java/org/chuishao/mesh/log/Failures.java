package org.chuishao.mesh.log;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.chuishao.mesh.sql.Outage;
import org.jspecify.annotations.Nullable;

/** Tells what a failure to read, or to fire a clock, is about, since that decides what is set aside and what waits. */
public enum Failures {
    /** It passes: the database is away, a deadlock. The log waits. */
    PASSING,
    /** The service or its schema is at fault, not the record; every ticket would be parked for it. The log waits, loudly. */
    OF_THE_SYSTEM,
    /** The same record brings it again. Its ticket is parked. */
    OF_THE_RECORD;

    /** A table, column or grant is missing, or the statement is wrong. */
    private static final String WRONG_STATEMENT_CLASS = "42";

    /** Among others a prepared statement from before a migration: a new connection heals it. */
    private static final String NOT_SUPPORTED = "0A000";

    public static Failures kind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SystemFault) {
                return OF_THE_SYSTEM;
            }
            if (cause instanceof PgException database) {
                return kind(database.getSqlState());
            }
            // before IOException and KafkaException, which may be or lie under them: what cannot be parsed stays so
            if (cause instanceof JacksonException || cause instanceof UnreadableEvent) {
                return OF_THE_RECORD;
            }
            if (cause instanceof IOException || cause instanceof KafkaException || Outage.is(cause)) {
                return PASSING;
            }
        }
        return OF_THE_RECORD;
    }

    /** True where the same is tried again until it succeeds. */
    static boolean waits(Throwable failure) {
        return kind(failure) != OF_THE_RECORD;
    }

    private static Failures kind(@Nullable String state) {
        if (state == null || Outage.isState(state)) {
            return PASSING;
        }
        return state.startsWith(WRONG_STATEMENT_CLASS) || state.equals(NOT_SUPPORTED) ? OF_THE_SYSTEM : OF_THE_RECORD;
    }
}
