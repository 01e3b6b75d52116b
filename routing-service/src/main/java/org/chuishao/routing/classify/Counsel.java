package org.chuishao.routing.classify;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What was learnt from confirmed tickets, asked beside the rules. Called by many threads at once. */
public interface Counsel {

    /** Nothing is learnt yet, or nobody uses it: there is nothing to ask. */
    boolean silent();

    /**
     * Takes some milliseconds; nothing where a model fails or too many ask: a ticket never waits for a model.
     *
     * @param wanted false once nobody waits for the answer any more: nothing is computed for it then
     */
    Optional<Advised> on(String title, String content, BooleanSupplier wanted);
}
