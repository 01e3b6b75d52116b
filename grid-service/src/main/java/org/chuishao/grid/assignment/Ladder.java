package org.chuishao.grid.assignment;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;

/** To whom a unit may hand down what it has: step by step (逐级转派), within its line or its territory. */
final class Ladder {

    private static final Set<UnitKind> OF_A_LINE = EnumSet.of(UnitKind.DEPARTMENT, UnitKind.COMPANY);

    private Ladder() {}

    /** What keeps it from there; a department's duty never goes to the base level, whatever the ladders say. */
    static Optional<String> against(Unit from, Unit to, String region) {
        if (OF_A_LINE.contains(from.kind()) && !OF_A_LINE.contains(to.kind())) {
            return Optional.of("a department's duty is not handed to the base level (部门职责不下派基层)");
        }
        if (!from.id().equals(to.superior())) {
            return Optional.of("is not directly below this unit in its line or its territory");
        }
        boolean there = region.startsWith(to.region()) || to.region().startsWith(region);
        return there ? Optional.empty() : Optional.of("does not serve the place");
    }
}
