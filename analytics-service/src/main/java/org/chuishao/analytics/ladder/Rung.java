package org.chuishao.analytics.ladder;

/** One of the six levels, the lowest first. */
public enum Rung {
    GRID("网格"),
    COMMUNITY("社区"),
    TOWN("乡镇街道"),
    COUNTY("县区"),
    CITY("市"),
    PROVINCE("省");

    private static final int LEVELS = 6;

    private final String label;

    Rung(String label) {
        this.label = label;
    }

    /** The field's own word. */
    public String label() {
        return label;
    }

    /** @param level as units and regions have it: 1 province to 6 grid */
    public static Rung ofLevel(int level) {
        return values()[LEVELS - Math.max(1, Math.min(LEVELS, level))];
    }

    /** The higher of the two. */
    Rung or(Rung other) {
        return compareTo(other) < 0 ? other : this;
    }
}
