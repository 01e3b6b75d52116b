package org.chuishao.analytics.warning;

/** Why a warning is raised. */
public enum WarningRule {
    /** Distinct people of one small place about one matter. */
    CLUSTER("多人同诉"),
    /** Distinct people on one supply network. */
    FACILITY("设施"),
    /** One person about one matter again and again: look for a false closing. Never held against the person. */
    REPEAT("一人多诉"),
    /** More of a category in a county than such days have. */
    ANOMALY("异动"),
    /** What the season brings. */
    SEASON("季节"),
    /** Reworked again, or said to be solved and complained of again. */
    QUALITY("办理质量"),
    /** Imminent danger to life, or a minor. */
    SAFETY("涉险");

    private final String label;

    WarningRule(String label) {
        this.label = label;
    }

    /** Whether it counts over windows, by steps that may be set. */
    public boolean hasSteps() {
        return this != SEASON && this != SAFETY;
    }

    /** The field's own word. */
    public String label() {
        return label;
    }
}
