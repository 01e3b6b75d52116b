package org.chuishao.bench.warnings.world;

/** What becomes of a complaint after it came in. */
public enum Course {
    /** With its unit, where nothing more is heard of it. */
    LEFT,
    /** Taken back while the agent still writes: nobody has said yet what it is about. */
    WITHDRAWN_AT_ONCE,
    /** Taken back minutes after it was dispatched. */
    WITHDRAWN,
    EXPLAINED,
    SOLVED,
    /** The citizen sends it back once, then it is solved. */
    REWORKED_ONCE,
    /** The citizen sends it back twice, and the unit has it for the third time. */
    REWORKED_TWICE
}
