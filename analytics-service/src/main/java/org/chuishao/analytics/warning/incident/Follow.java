package org.chuishao.analytics.warning.incident;

/** What follows from a warning that is confirmed. */
public enum Follow {
    /** A ticket for the incident, which its complaints and later ones join. */
    TICKET,
    /** A ticket for the territory to look at the place; the complaints go on by themselves. */
    INSPECTION,
    /** A plan of a department; what was done is said by hand. */
    PLAN,
    /** Supervision, or a report to those above; what was done is said by hand. */
    REPORT;

    public boolean isTicket() {
        return this == TICKET || this == INSPECTION;
    }
}
