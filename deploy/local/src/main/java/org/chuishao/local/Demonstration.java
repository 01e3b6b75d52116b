package org.chuishao.local;

import org.chuishao.mesh.scope.Role;
import org.chuishao.testkit.Bearer;

/** Somebody in each role, with a scope in which the demonstration's data shows something. */
final class Demonstration {

    static final String PROVINCE = "21";
    static final String UNIT = "U-TERR-210102";

    private Demonstration() {}

    static Bearer bearer(Role role) {
        Bearer bearer = Bearer.of(role.claim());
        return switch (role) {
            case UNIT -> bearer.unit(UNIT);
            case GRID_WORKER -> bearer.worker("W-1");
            case CITIZEN -> bearer.citizen("C-1");
            case CALL_CENTRE, AGENT, DISPATCHER, ADJUDICATOR, REVIEWER, DUTY_DESK, SUPERVISOR, ANALYST, AUDITOR, OPS ->
                bearer.regions(PROVINCE);
        };
    }
}
