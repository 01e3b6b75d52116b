package org.chuishao.grid.imports;

/** Kinds of grid; the thirteenth digit of its code tells which. */
enum GridKind {
    /** 基础网格: some hundred households of a community. */
    BASE,
    /** 专属网格: a campus, a mall, a plant. */
    OWN,
    /** 行业网格: what an industry unit supplies. */
    INDUSTRY;

    char digit() {
        return (char) ('1' + ordinal());
    }
}
