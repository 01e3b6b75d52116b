package org.chuishao.grid.member;

/**
 * Who holds a role at an instant.
 *
 * @param role the role held, which may stand in for the one asked for
 * @param unit the holder's unit
 * @param reason how this grid and person came to be chosen, for the record
 */
public record Holder(String gridCode, String workerId, MemberRole role, String unit, String reason) {

    /** Found by the code of a grid whose place others have taken. */
    Holder succeeding() {
        return new Holder(
                gridCode,
                workerId,
                role,
                unit,
                "the grid was split or merged, what took its place is asked; " + reason);
    }
}
