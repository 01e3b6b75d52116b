package org.chuishao.grid.region;

/** One at a time changes the register: the numbers of changes stand in the order of the commits. */
public final class RegisterLock {

    /** Held to the end of the transaction. */
    public static final String TAKE = "SELECT cast(pg_advisory_xact_lock(7454136213388486401) AS text)";

    /** For a change of one thing in it, beside others of its kind. */
    public static final String SHARE = "SELECT cast(pg_advisory_xact_lock_shared(7454136213388486401) AS text)";

    private RegisterLock() {}
}
