package org.chuishao.grid.member;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds the role asked for, or one that stands in for it.
 *
 * @param asked holds the very role
 * @param absent is away at that time
 * @param standIn who has the work of an absent holder meanwhile; null where nobody was named, or he is away too
 * @param ended the grid has ended or is unknown, and its community was asked
 * @param draw decides among equals, by the ticket's id
 */
record Candidate(
        String grid,
        String worker,
        MemberRole role,
        String unit,
        boolean asked,
        boolean backup,
        boolean absent,
        @Nullable String standIn,
        @Nullable String standInUnit,
        boolean ended,
        String draw) {

    /** The lower is asked first: who holds the role, his stand-in, a backup, whoever stands in by another role. */
    enum Rank {
        HOLDER,
        STAND_IN,
        BACKUP,
        OTHER_ROLE,
        OTHER_ROLE_BACKUP,
        NOBODY
    }

    Rank rank() {
        if (absent) {
            return asked && !backup && standIn != null ? Rank.STAND_IN : Rank.NOBODY;
        }
        if (asked) {
            return backup ? Rank.BACKUP : Rank.HOLDER;
        }
        return backup ? Rank.OTHER_ROLE_BACKUP : Rank.OTHER_ROLE;
    }

    /** Who would have it. */
    String who() {
        return standIn != null && absent ? standIn : worker;
    }

    String unitOfWho() {
        return standInUnit != null && absent ? standInUnit : unit;
    }
}
