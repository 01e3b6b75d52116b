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
        boolean factsOnly = secret || kind == Kind.REPORT;
        return new Sight(
                !factsOnly && TAKE_IN.contains(role),
                !factsOnly && FIND_THE_PLACE.contains(role),
                !factsOnly && TAKE_IN.contains(role));
    }

    public @Nullable String words(@Nullable String text) {
        return text == null || plainWords ? text : Scrub.numbers(text);
    }
}
