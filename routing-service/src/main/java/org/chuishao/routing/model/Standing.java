package org.chuishao.routing.model;

/** What becomes of a model on trial, by what the citizens confirmed of its answers and of those of the one in use. */
enum Standing {
    WAITS,
    REPLACES,
    REJECTED;

    /**
     * Over the same tickets. Decided once: whoever looks again until it ties lets a worse one through. One that is rejected is
     * followed by one that has learnt more.
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
        return right > 0 && right >= rightBefore ? REPLACES : REJECTED;
    }
}
