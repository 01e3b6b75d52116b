package org.chuishao.routing.dispatch;

/** The bases of decisions that are neither the catalogue's nor a dispatcher's, for people. */
public final class Grounds {

    public static final String OVERDUE = "OVERDUE_TO_COUNTY 派单超时，区县兜底 / not dispatched in time, the county holds it";
    public static final String CONFERENCE = "争议裁定 / a conference named the lead";

    private Grounds() {}
}
