package org.chuishao.mesh.problem;

import io.vertx.sqlclient.DatabaseException;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.time.Ids;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A fault of our own: the client gets an id, the log the id with the stack trace. */
final class Incident {

    private static final Logger LOG = Logger.getLogger(Incident.class);

    private Incident() {}

    static RestResponse<Map<String, Object>> report(Throwable failure) {
        UUID id = Ids.next();
        LOG.errorf(Trace.of(failure, 0), "Internal error %s", id);
        return ProblemResponse.of(
                Problem.of(Kind.INTERNAL, "Something went wrong here; please report the instance."), id);
    }

    /**
     * The stack trace without the words: libraries quote what they choked on ("For input string ..."), and that may be
     * a person's number. Only messages written in this code base are kept, and those of the JVM that name code alone.
     */
    static final class Trace extends Exception {

        private static final long serialVersionUID = 1L;
        private static final int DEPTH = 12;

        private final String text;

        private Trace(String text, @Nullable Throwable cause, StackTraceElement[] frames) {
            super(text, cause, false, true);
            this.text = text;
            setStackTrace(frames);
        }

        static Trace of(Throwable failure, int depth) {
            Throwable cause = depth < DEPTH ? failure.getCause() : null;
            return new Trace(words(failure), cause == null ? null : of(cause, depth + 1), failure.getStackTrace());
        }

        private static String words(Throwable failure) {
            String type = failure.getClass().getName();
            if (failure instanceof DatabaseException refused) {
                return type + ": SQLSTATE " + refused.getSqlState();
            }
            StackTraceElement[] frames = failure.getStackTrace();
            boolean ours = frames.length > 0 && frames[0].getClassName().startsWith("org.chuishao.");
            return ours || failure instanceof NullPointerException ? type + ": " + failure.getMessage() : type;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
