package org.chuishao.bench.warnings.plant;

/** What sort of thing happens; each has a rule of the same name that should see it. */
public enum Kind {
    /** Several people of one place have one matter. */
    CLUSTER,
    /** What serves several places fails. */
    FACILITY,
    /** One person comes again and again. */
    REPEAT,
    /** A county has much more of a matter than it usually has on such a day. */
    ANOMALY,
    /** What was done was not done well. */
    QUALITY
}
