package org.chuishao.routing.classify;

import java.util.Optional;

/** What was learnt from confirmed tickets, asked beside the rules. Called by many threads at once. */
public interface Counsel {

    /** Nothing is learnt yet, or nobody uses it: there is nothing to ask. */
    boolean silent();

    /** Takes some milliseconds; nothing where a model fails or too many ask: a ticket never waits for a model. */
    Optional<Advised> on(String title, String content);
}
