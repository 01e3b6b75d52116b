package org.chuishao.grid.assignment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.grid.member.MemberRole;
import org.chuishao.grid.member.PlacementRequest;
import org.chuishao.grid.unit.Territory;

/** Whom a unit's part is for, where it lies: a community's worker, or one of an industry's own people in the grid. */
final class WhoIsThere {

    private static final int COMMUNITY_DIGITS = 12;

    private WhoIsThere() {}

    /**
     * Empty where the unit's desk has it: of a town or a county, where the place is too large for one person, and where it may be
     * about the unit's own people.
     */
    static Optional<PlacementRequest> of(
            UUID part, String unit, String region, boolean ownPeople, Instant at, UUID ticket) {
        Optional<TerritorialUnit> community = TerritorialUnit.of(unit);
        if (community.isPresent()) {
            String place = community.get().nearest(region);
            return Optional.of(PlacementRequest.ofRole(part, place, MemberRole.FULL_TIME_WORKER, at, ticket));
        }
        return Territory.isOffice(unit) || ownPeople || region.length() < COMMUNITY_DIGITS
                ? Optional.empty()
                : Optional.of(PlacementRequest.ofUnit(part, region, unit, at, ticket));
    }
}
