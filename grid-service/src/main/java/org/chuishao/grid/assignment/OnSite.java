package org.chuishao.grid.assignment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How it is known that somebody is on site. Without the position itself, which stands in no reply that is kept. */
record OnSite(
        @Schema(description = "By what: POSITION or CODE") Proof proof,

        @Schema(description = "What was measured from: SITE, the ticket's own position, or GRID, its outline") @Nullable
        From from,

        @Schema(description = "How far from it; 0 within the grid's outline") @Nullable
        Long metres,

        @Schema(description = "How far it may be") @Nullable Long allowed,

        boolean within) {

    /** As the log has it. */
    enum Proof {
        POSITION,
        CODE
    }

    enum From {
        SITE,
        GRID
    }

    static OnSite byCode() {
        return new OnSite(Proof.CODE, null, null, null, true);
    }

    static OnSite byPosition(From from, long metres, long allowed) {
        return new OnSite(Proof.POSITION, from, metres, allowed, metres <= allowed);
    }
}
