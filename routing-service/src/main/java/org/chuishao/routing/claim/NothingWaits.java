package org.chuishao.routing.claim;

/** Nothing unclaimed waits in scope: no fault, so it carries no stack trace. */
final class NothingWaits extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingWaits() {
        super("nothing waits", null, false, false);
    }
}
