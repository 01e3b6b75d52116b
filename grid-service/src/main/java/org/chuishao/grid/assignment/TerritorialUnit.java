package org.chuishao.grid.assignment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chuishao.grid.unit.Territory;

/** The unit of a community, whose matters go to a worker in one of its grids. */
record TerritorialUnit(String community) {

    private static final Pattern ID = Pattern.compile(Territory.office("([0-9]{12})"));

    /** Empty for a town, a county, a department or a company. */
    static Optional<TerritorialUnit> of(String unit) {
        Matcher id = ID.matcher(unit);
        return id.matches() ? Optional.of(new TerritorialUnit(id.group(1))) : Optional.empty();
    }

    /** Where to look for the worker: the grid itself where it is known to be one of this community's. */
    String nearest(String region) {
        return region.startsWith(community) ? region : community;
    }
}
