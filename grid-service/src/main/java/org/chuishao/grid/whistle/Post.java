package org.chuishao.grid.whistle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chuishao.grid.unit.Territory;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * As whom a caller acts where a whistle is: a rank of its own territory, or a department.
 *
 * @param unit the office of the territory, or the caller's own unit; null for a region wider than a town
 * @param worker the grid worker
 */
record Post(Rank rank, @Nullable String unit, @Nullable String worker) {

    private static final int TOWN = 9;
    private static final int COMMUNITY = 12;
    private static final Pattern OFFICE = Pattern.compile(Territory.office("([0-9]{9}|[0-9]{12})"));

    /** @param region where the whistle is: elsewhere nobody has a rank */
    static Post of(Scope scope, String region) {
        if (scope.role().equals(Roles.ADJUDICATOR)) {
            return new Post(Rank.ADJUDICATOR, null, null);
        }
        if (scope.role().equals(Roles.GRID_WORKER)) {
            boolean known = scope.worker() != null && region.length() >= COMMUNITY;
            return known
                    ? new Post(Rank.GRID, Territory.office(region.substring(0, COMMUNITY)), scope.worker())
                    : new Post(Rank.OTHER, null, null);
        }
        return territory(scope)
                .filter(region::startsWith)
                .findFirst()
                .map(code -> new Post(rank(scope.role(), code), Territory.office(code), null))
                .orElseGet(() -> new Post(Rank.OTHER, scope.unit(), null));
    }

    private static Stream<String> territory(Scope scope) {
        Stream<String> regions = scope.regions().stream().filter(it -> it.length() == TOWN || it.length() == COMMUNITY);
        return Stream.concat(ofUnit(scope.unit()).stream(), regions);
    }

    private static Optional<String> ofUnit(@Nullable String unit) {
        Matcher office = OFFICE.matcher(unit == null ? "" : unit);
        return office.matches() ? Optional.of(office.group(1)) : Optional.empty();
    }

    private static Rank rank(String role, String territory) {
        boolean town = territory.length() == TOWN;
        if (role.equals(Roles.SUPERVISOR)) {
            return town ? Rank.TOWN_LEADER : Rank.OTHER;
        }
        return town ? Rank.TOWN_DESK : Rank.COMMUNITY;
    }
}
