package org.chuishao.grid.member;

import org.jspecify.annotations.Nullable;

/**
 * Who holds a role at an instant.
 *
 * @param place the grid; of a unit's own people, the place that was asked for, which may be a community
 * @param role the role held, which may stand in for the one asked for
 * @param unit the holder's unit
 * @param reason how this grid and person came to be chosen, for the record
 */
public record Holder(String place, String workerId, MemberRole role, String unit, String reason) {

    private static final int GRID_DIGITS = 15;

    /** Null where only the community is known. */
    public @Nullable String grid() {
        return place.length() == GRID_DIGITS ? place : null;
    }

    /** Found by the code of a grid whose place others have taken. */
    Holder succeeding() {
        return new Holder(
                place, workerId, role, unit, "the grid was split or merged, what took its place is asked; " + reason);
    }
}
