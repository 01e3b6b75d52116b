package org.chuishao.routing.dispatch;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * Whether a unit serves a matter that a dispatcher gives to it.
 *
 * @param region where the matter is
 * @param line the industry line of its category; null where the territory has it, or nobody knows
 */
record UnitFit(String region, @Nullable String line) {

    private static final Set<UnitKind> DESKS = EnumSet.of(UnitKind.COMMUNITY, UnitKind.TOWN, UnitKind.COUNTY_DESK);

    /** What keeps it from the lead: the place, or another line's duty. A unit of the territory takes any matter. */
    Optional<String> againstLead(Unit unit) {
        boolean ofAnotherLine =
                line != null && unit.line() != null && !unit.line().equals(line);
        return againstPart(unit)
                .or(() -> ofAnotherLine ? Optional.of("does not serve the line " + line) : Optional.empty());
    }

    /** What keeps it from being the territory's duty desk: it is another body, or of another place. */
    Optional<String> againstDesk(Unit unit) {
        return unit.line() == null && DESKS.contains(unit.kind())
                ? againstPart(unit)
                : Optional.of("is no duty desk of the territory");
    }

    /** What keeps it from a part: another line may be of help, another place not. */
    Optional<String> againstPart(Unit unit) {
        return region.startsWith(unit.region())
                ? Optional.empty()
                : Optional.of("does not serve the region of the ticket");
    }
}
