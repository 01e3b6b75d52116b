package org.chuishao.grid.assignment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.grid.member.MemberRole;
import org.chuishao.grid.member.PlacementRequest;

/** Whom a unit's part is for, where it lies: a community's worker, or one of an industry's own people in the grid. */
final class WhoIsThere {

    private static final int COMMUNITY_DIGITS = 12;

    private WhoIsThere() {}

    /**
     * Empty where the place is too large for one person: the unit's desk has it.
     *
     * @param key of the request
     */
    static Optional<PlacementRequest> of(UUID key, String unit, String region, Instant at, UUID ticket) {
        Optional<TerritorialUnit> community = TerritorialUnit.of(unit);
        if (community.isPresent()) {
            String place = community.get().nearest(region);
            return Optional.of(PlacementRequest.ofRole(key, place, MemberRole.FULL_TIME_WORKER, at, ticket));
        }
        return region.length() < COMMUNITY_DIGITS
                ? Optional.empty()
                : Optional.of(PlacementRequest.ofUnit(key, region, unit, at, ticket));
    }
}
