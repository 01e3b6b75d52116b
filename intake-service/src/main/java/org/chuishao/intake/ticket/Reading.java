package org.chuishao.intake.ticket;

import io.vertx.mutiny.sqlclient.Row;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.sight.Sight;
import org.jspecify.annotations.Nullable;

/**
 * How one role reads one ticket.
 *
 * @param told whether it gets the ticket's words at all: who only counts needs none of a report's or a secret ticket's
 */
public record Reading(Sight sight, boolean told) {

    /** @param role the role that acts, by its name in the token */
    public static Reading of(String role, Kind kind, boolean secret) {
        return new Reading(
                Sight.of(role, kind, secret), !(role.equals(Roles.ANALYST) && Sight.factsOnly(kind, secret)));
    }

    /** @param row with the ticket's kind and secrecy */
    public static Reading of(String role, Row row) {
        return of(role, Kind.valueOf(row.getString("kind")), row.getBoolean("secret"));
    }

    /** @param row with the ticket's kind and secrecy */
    public static boolean factsOnly(Row row) {
        return Sight.factsOnly(Kind.valueOf(row.getString("kind")), row.getBoolean("secret"));
    }

    public @Nullable String words(@Nullable String text) {
        return told ? sight.words(text) : null;
    }
}
