package org.chuishao.mesh.scope;

/** The names of the roles as they stand in the token's {@code groups} claim, for {@code @RolesAllowed}. */
public final class Roles {

    public static final String CALL_CENTRE = "call-centre";
    public static final String AGENT = "agent";
    public static final String DISPATCHER = "dispatcher";
    public static final String ADJUDICATOR = "adjudicator";
    public static final String REVIEWER = "reviewer";
    public static final String UNIT = "unit";
    public static final String GRID_WORKER = "grid-worker";
    public static final String DUTY_DESK = "duty-desk";
    public static final String SUPERVISOR = "supervisor";
    public static final String ANALYST = "analyst";
    public static final String AUDITOR = "auditor";
    public static final String OPS = "ops";
    public static final String CITIZEN = "citizen";

    private Roles() {}
}
