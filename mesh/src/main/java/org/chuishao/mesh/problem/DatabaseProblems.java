package org.chuishao.mesh.problem;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.sqlclient.DatabaseException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.chuishao.mesh.sql.Outage;
import org.jspecify.annotations.Nullable;

/** A database that is away, overloaded or turns a row down. */
final class DatabaseProblems {

    /** Let another go first: it may be tried again at once. */
    private static final Set<String> LOST_A_RACE = Set.of("40001", "40P01", "55P03", "57014");

    private static final String ROLE_LOCKED_OUT = "28";

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
        if (failure instanceof SocketException
                || failure instanceof UnknownHostException
                || failure instanceof TimeoutException
                || Outage.is(failure)) {
            return Optional.of(Problem.unavailable(AFTER_A_RESTART));
        }
        return Optional.empty();
    }

    private static Optional<Problem> of(@Nullable String sqlState, Throwable failure) {
        if (sqlState == null) {
            return Optional.empty();
        }
        if (LOST_A_RACE.contains(sqlState)) {
            return Optional.of(Problem.unavailable(SOON));
        }
        if (Outage.isState(sqlState) || sqlState.startsWith(ROLE_LOCKED_OUT)) {
            return Optional.of(Problem.unavailable(AFTER_A_RESTART));
        }
        return switch (sqlState) {
            // NUL has no place in a Postgres text, but stands in JSON as \u0000.
            case "22021", "22P05" -> Optional.of(Problem.invalid("body", "holds a character that cannot be stored"));
            case "42501" ->
                isRowSecurity(failure)
                        ? Optional.of(Problem.forbidden("It lies outside the scope of this token."))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A missing grant has the same SQLSTATE, and is our own fault. */
    private static boolean isRowSecurity(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("row-level security");
    }
}
