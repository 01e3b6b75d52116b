package org.chuishao.intake.ticket;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.sight.Sight;
import org.jspecify.annotations.Nullable;

/**
 * How one who may see a ticket reads it: as far as his role goes, and to its place where his unit has it in hand now.
 *
 * @param told whether it gets the ticket's words at all: who only counts needs none of a report's or a secret ticket's
 */
public record Reading(Sight sight, boolean told) {

    /** @param row with the ticket's {@code kind}, {@code secret} and {@code units_in_hand} */
    public static Reading of(Scope scope, Row row) {
        Kind kind = Kind.valueOf(row.getString("kind"));
        boolean secret = row.getBoolean("secret");
        boolean inHand = scope.unit() != null
                && List.of(row.getArrayOfStrings("units_in_hand")).contains(scope.unit());
        Sight sight = inHand ? Sight.inHand(scope.role(), kind, secret) : Sight.of(scope.role(), kind, secret);
        return new Reading(sight, !(scope.role().equals(Roles.ANALYST) && Sight.factsOnly(kind, secret)));
    }

    /** @param row with the ticket's kind and secrecy */
    public static boolean factsOnly(Row row) {
        return Sight.factsOnly(Kind.valueOf(row.getString("kind")), row.getBoolean("secret"));
    }

    public @Nullable String words(@Nullable String text) {
        return told ? sight.words(text) : null;
    }
}
