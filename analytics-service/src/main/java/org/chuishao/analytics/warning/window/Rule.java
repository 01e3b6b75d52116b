package org.chuishao.analytics.warning.window;

import java.time.Duration;
import java.util.Optional;

/** A rule over a window. */
public interface Rule {

    /** What its windows are gathered by. */
    Gathering by();

    /** How far before and after a complaint its windows may reach at most. */
    Duration reach();

    /**
     * @param one the complaint that has come or changed
     * @param near all that stand as far as {@link #reach} before and after it, itself among them
     */
    Optional<Heat> judge(Seen one, Gathered gathered, Near near);
}
