package org.chuishao.grid.whistle;

import java.util.Set;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;

/**
 * What holds for a kind of whistle in a region.
 *
 * @param confirmers who stands behind one that another has blown; empty where it sounds by itself
 * @param dangerFirst where life is in danger it sounds at once, and is confirmed after
 * @param fenceMetres how near a position has to be to the site
 * @param leader a leader of each department has to be there
 * @param byLine who has an arrival limit of his industry line keeps it
 */
record KindRule(
        WhistleKind kind,
        Set<Rank> blowers,
        Set<Rank> confirmers,
        boolean dangerFirst,
        Set<Proof> proofs,
        int fenceMetres,
        boolean leader,
        ClosesWith closesWith,
        boolean byLine) {

    /** How it is known that a department was there. */
    enum Proof {
        POSITION,
        CODE,
        TOWN
    }

    /** What there has to be before the blower may close. */
    enum ClosesWith {
        SCENE_SAFE,
        LEGAL_OUTCOME,
        SHARES_DONE,
        PLAN,
        RESULT
    }
}
