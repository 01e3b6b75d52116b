package org.chuishao.mesh.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"08006", "28000", "53300", "57P01", "57P03", "58030", "25006", "40001", "40P01", "57014", "55P03"
            })
    void takesADatabaseThatIsAwayOrBusyForUnavailable(String sqlState) {
        assertThat(status(new CompletionException(refused(sqlState, "x")))).contains(503);
    }

    @Test
    void takesALostOrMissingConnectionForUnavailableAndAFullQueueForTooMany() {
        assertThat(status(new ConnectException("refused"))).contains(503);
        assertThat(status(new NoStackTraceThrowable("Timeout"))).contains(503);
        assertThat(status(new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")))
                .contains(503);
        assertThat(status(new VertxException("Connection was closed", true))).contains(503);
        assertThat(status(new ConnectionPoolTooBusyException("full"))).contains(429);
    }

    @ParameterizedTest
    @CsvSource({
        "new row violates row-level security policy for table \"ticket\", 403",
        "permission denied for table ticket, 0",
    })
    void tellsAScopeFromAMissingGrant(String message, int status) {
        assertThat(status(refused("42501", message))).isEqualTo(status == 0 ? Optional.empty() : Optional.of(status));
    }

    @Test
    void findsTheProblemThatALibraryWrapped() {
        assertThat(Diagnosis.of(new IllegalStateException(new CompletionException(Problem.notFound("ticket")))))
                .map(Problem::getMessage)
                .contains("There is no such ticket.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22P02"})
    void leavesTheRestToTheLog(String sqlState) {
        assertThat(status(refused(sqlState, "x"))).isEmpty();
    }

    @Test
    void logsWhereItFailedWithoutTheWordsOfALibrary() {
        String trace = trace(
                new IllegalStateException("the ledger is closed", catchOf(() -> Integer.parseInt("13912345678901"))));

        assertThat(trace)
                .contains("IllegalStateException: the ledger is closed", "NumberFormatException", "at java.base/")
                .doesNotContain("13912345678901");
        assertThat(trace(refused("22P02", "invalid input syntax: \"13912345678\"")))
                .contains("SQLSTATE 22P02")
                .doesNotContain("13912345678");
    }

    private static PgException refused(String sqlState, String message) {
        return new PgException(message, "ERROR", sqlState, "Key (phone)=(13912345678)");
    }

    private static Optional<Integer> status(Throwable failure) {
        return Diagnosis.of(failure).map(Problem::status);
    }

    private static Throwable catchOf(Runnable action) {
        try {
            action.run();
            throw new AssertionError("it should have failed");
        } catch (NumberFormatException expected) {
            return expected;
        }
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        Incident.Trace.of(failure, 0).printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
