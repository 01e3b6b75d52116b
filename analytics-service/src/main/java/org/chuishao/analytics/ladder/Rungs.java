package org.chuishao.analytics.ladder;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chuishao.mesh.reference.Unit;
import org.jspecify.annotations.Nullable;

/** With which of the six levels a ticket stands. The log names units; the level is that of the unit. */
final class Rungs {

    /** Before any unit has it the hotline has it, which is the city's. */
    private static final Rung HOTLINE = Rung.CITY;

    /** A unit that is not known is counted where what nobody else must hold is held (区县兜底). */
    private static final Rung UNKNOWN = Rung.COUNTY;

    private final Function<String, Optional<Unit>> units;

    Rungs(Function<String, Optional<Unit>> units) {
        this.units = units;
    }

    Rung of(String unit) {
        return units.apply(unit).map(it -> Rung.ofLevel(it.level())).orElse(UNKNOWN);
    }

    /** Who has it. */
    Rung holding(@Nullable String unit, boolean inGrid) {
        if (unit == null) {
            return HOTLINE;
        }
        return inGrid ? Rung.GRID : of(unit);
    }

    /**
     * Where it stands: with who has it, or with the highest of those who were told.
     *
     * @param told units that were told above
     */
    Rung standing(@Nullable String unit, boolean inGrid, List<String> told) {
        return told.stream().map(this::of).reduce(holding(unit, inGrid), Rung::or);
    }
}
