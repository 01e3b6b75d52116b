package org.chuishao.grid.whistle;

/** As what somebody acts about a whistle. */
enum Rank {
    /** A worker of the grid (网格员). */
    GRID,
    /** The desk of the community (社区). */
    COMMUNITY,
    /** The duty desk of the town or street (乡镇街道值班). */
    TOWN_DESK,
    /** Its secretary or mayor (书记、主任). */
    TOWN_LEADER,
    /** Decides on objections. */
    ADJUDICATOR,
    /** A department, a company, or whoever only looks on. */
    OTHER
}
