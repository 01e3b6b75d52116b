package org.chuishao.grid.member;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks who holds a role, or who is there for a unit, in a grid or somewhere in a community.
 *
 * @param key names the request in the answer
 * @param region a grid (15 digits), also one that has ended, or a community (12); a larger region has no holder
 * @param role the role asked for; null where a unit's people are asked for, whatever they are there
 * @param unit whose people are asked for; null for anybody's
 * @param at the instant at which the role must be held
 * @param seed the ticket's id: a rework comes back to the worker who had it, and among equals the lot is drawn by it
 */
public record PlacementRequest(
        UUID key,
        String region,
        @Nullable MemberRole role,
        @Nullable String unit,
        Instant at,
        UUID seed) {

    public static PlacementRequest ofRole(UUID key, String region, MemberRole role, Instant at, UUID seed) {
        return new PlacementRequest(key, region, role, null, at, seed);
    }

    /** An industry's people in a grid (行业网格): the fitter of the heating company, the officer of the police. */
    public static PlacementRequest ofUnit(UUID key, String region, String unit, Instant at, UUID seed) {
        return new PlacementRequest(key, region, null, unit, at, seed);
    }

    PlacementRequest in(String otherRegion) {
        return new PlacementRequest(key, otherRegion, role, unit, at, seed);
    }
}
