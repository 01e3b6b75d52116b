package org.chuishao.mesh.calendar;

/** From when a limit counts. */
public enum StartRule {
    /** From the instant itself; for working units from the first working instant at or after it. */
    AT_ONCE,
    /** From the day after it, which is the first day; limits in days and months then last to the end of their last day. */
    NEXT_DAY
}
