package org.chuishao.analytics.warning.window;

/** By what complaints are gathered before their windows are judged. */
public enum Gathering {
    /** A town and a matter; the small places of a town lie together, since some steps ask for several. */
    PLACE,
    /** A supply network. */
    NETWORK,
    /** A person and a matter. */
    PERSON,
    /** A county and a category, day by day. */
    COUNTY,
    /** A community, whatever the category: those whose meaning is known. */
    MEANING
}
