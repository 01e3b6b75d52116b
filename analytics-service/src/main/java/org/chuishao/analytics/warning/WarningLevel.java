package org.chuishao.analytics.warning;

/** How grave, the gravest last. */
public enum WarningLevel {
    YELLOW("黄"),
    ORANGE("橙"),
    RED("红");

    private final String label;

    WarningLevel(String label) {
        this.label = label;
    }

    /** The field's own word. */
    public String label() {
        return label;
    }
}
