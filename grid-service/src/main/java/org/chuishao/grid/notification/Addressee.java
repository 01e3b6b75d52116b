package org.chuishao.grid.notification;

/** Whom a message goes to, in the order in which they are tried. */
public enum Addressee {
    /** The worker who has the matter, or stands in for him. */
    HOLDER,
    /** His backup in the same grid and role. */
    BACKUP,
    /** The desk of the unit that answers for it. */
    DESK,
    /** The desk of the unit above that one. */
    ABOVE
}
