package org.chuishao.mesh.sight;

import java.util.Set;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.scope.Roles;
import org.jspecify.annotations.Nullable;

/**
 * What one who may see a ticket sees of the person behind it. A report (举报) or a secret ticket shows its facts only.
 *
 * @param caller the caller, masked
 * @param place the words about the place, which may hold a door number
 * @param plainWords title and content as they were said; otherwise numbers that point to a person are taken out
 */
public record Sight(boolean caller, boolean place, boolean plainWords) {

    private static final Set<String> TAKE_IN = Set.of(Roles.CALL_CENTRE, Roles.AGENT);
    private static final Set<String> FIND_THE_PLACE =
            Set.of(Roles.CALL_CENTRE, Roles.AGENT, Roles.DISPATCHER, Roles.DUTY_DESK);

    /** @param role the role that acts, by its name in the token */
    public static Sight of(String role, Kind kind, boolean secret) {
        if (role.equals(Roles.CITIZEN)) {
            return new Sight(false, true, true);
        }
        boolean factsOnly = factsOnly(kind, secret);
        return new Sight(
                !factsOnly && TAKE_IN.contains(role),
                !factsOnly && FIND_THE_PLACE.contains(role),
                !factsOnly && TAKE_IN.contains(role));
    }

    /**
     * For the unit or worker who has the ticket in hand: the place has to be found, so its words are shown as well, but
     * never those of a report or a secret ticket.
     */
    public static Sight inHand(String role, Kind kind, boolean secret) {
        Sight sight = of(role, kind, secret);
        return new Sight(sight.caller, !factsOnly(kind, secret), sight.plainWords);
    }

    /** A report (举报) and a secret ticket show what happened and in which division, and nothing that leads to a person. */
    public static boolean factsOnly(Kind kind, boolean secret) {
        return secret || kind == Kind.REPORT;
    }

    public @Nullable String words(@Nullable String text) {
        return text == null || plainWords ? text : Scrub.numbers(text);
    }
}
