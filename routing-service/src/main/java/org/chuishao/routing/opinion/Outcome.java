package org.chuishao.routing.opinion;

/** What came of asking. Only an OPINION says anything of the ticket. */
enum Outcome {
    OPINION,
    /** An answer that is none: no JSON, another shape, a category outside of the list, too large. */
    INVALID,
    TIMEOUT,
    /** No connection, or an endpoint that is overloaded or broken. */
    AWAY,
    /** The endpoint does not take the request (the key, the balance, the model's name), or sends it elsewhere. */
    REFUSED,
    /** The host's address is one that must not be asked; nothing was sent. */
    FORBIDDEN;

    /** It may be otherwise later. */
    boolean passes() {
        return switch (this) {
            case TIMEOUT, AWAY, REFUSED, FORBIDDEN -> true;
            case OPINION, INVALID -> false;
        };
    }
}
