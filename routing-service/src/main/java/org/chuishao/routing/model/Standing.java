package org.chuishao.routing.model;

/** What becomes of a model on trial, by what the citizens confirmed of its answers and of those of the one in use. */
enum Standing {
    WAITS,
    REPLACES,
    REJECTED;

    /** Where it never reaches this part of its trial's answers, it is looked at long enough. */
    private static final int ENOUGH = 4;

    /**
     * Over the same tickets.
     *
     * @param answered confirmed tickets that both answered
     * @param right of them by the model on trial
     * @param rightBefore of them by the one in use, or by the rules where there is none
     * @param least before so many nothing is decided
     */
    static Standing of(int answered, int right, int rightBefore, int least) {
        if (answered < least) {
            return WAITS;
        }
        if (right >= rightBefore) {
            return REPLACES;
        }
        return answered >= ENOUGH * least ? REJECTED : WAITS;
    }
}
