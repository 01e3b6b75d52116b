package org.chuishao.analytics.warning.life;

import java.util.Set;

/** Where a warning stands. */
public enum LifeState {
    /** Found by a rule; nobody has judged it. */
    RAISED("待研判"),
    /** A person has confirmed it. */
    CONFIRMED("已确认"),
    /** A person has found it to be none. */
    FALSE("误报"),
    /** What followed from it is done. */
    HANDLED("已处置"),
    /** Its effect was measured. */
    CLOSED("已关闭"),
    /** Nobody judged it, and nothing came for as long as the rule waits. */
    LAPSED("已消退");

    /** What later complaints of the same scope join instead of being warned of again; what comes after it was handled is new. */
    private static final Set<LifeState> OPEN = Set.of(RAISED, CONFIRMED);

    private final String label;

    LifeState(String label) {
        this.label = label;
    }

    /** The field's own word. */
    public String label() {
        return label;
    }

    boolean open() {
        return OPEN.contains(this);
    }
}
