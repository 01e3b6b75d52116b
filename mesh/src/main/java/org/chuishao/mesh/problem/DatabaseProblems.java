package org.chuishao.mesh.problem;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database that is away, overloaded or turns a row down. */
final class DatabaseProblems {

    /** Connection lost, role locked out, out of resources, shutting down or starting. */
    private static final List<String> AWAY = List.of("08", "28", "53", "57P");

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration AFTER_A_RESTART = Duration.ofSeconds(3);

    private DatabaseProblems() {}

    static Optional<Problem> of(Throwable failure) {
        if (failure instanceof DatabaseException refused) {
            return of(refused.getSqlState(), failure);
        }
        if (failure instanceof SQLException refused) {
            return of(refused.getSQLState(), failure);
        }
        if (failure instanceof ConnectionPoolTooBusyException) {
            return Optional.of(Problem.tooMany(SOON));
        }
        if (failure instanceof ClosedConnectionException
                || failure instanceof SocketException
                || failure instanceof UnknownHostException
                || failure instanceof TimeoutException
                || isPoolTimeout(failure)) {
            return Optional.of(Problem.unavailable(AFTER_A_RESTART));
        }
        return Optional.empty();
    }

    /** The pool's own time-out has no type; its message is this word and nothing else. */
    private static boolean isPoolTimeout(Throwable failure) {
        return "Timeout".equals(failure.getMessage())
                && failure.getClass().getName().startsWith("io.vertx.core.");
    }

    private static Optional<Problem> of(@Nullable String sqlState, Throwable failure) {
        if (sqlState == null) {
            return Optional.empty();
        }
        return switch (sqlState) {
            case "40001", "40P01", "55P03", "57014" -> Optional.of(Problem.unavailable(SOON));
            // NUL has no place in a Postgres text, but stands in JSON as \u0000.
            case "22021", "22P05" -> Optional.of(Problem.invalid("body", "holds a character that cannot be stored"));
            case "42501" ->
                isRowSecurity(failure)
                        ? Optional.of(Problem.forbidden("It lies outside the scope of this token."))
                        : Optional.empty();
            default ->
                AWAY.stream().anyMatch(sqlState::startsWith)
                        ? Optional.of(Problem.unavailable(AFTER_A_RESTART))
                        : Optional.empty();
        };
    }

    /** A missing grant has the same SQLSTATE, and is our own fault. */
    private static boolean isRowSecurity(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("row-level security");
    }
}
