package org.chuishao.local;

import org.chuishao.mesh.crypto.CallerHash;
import org.chuishao.mesh.scope.Role;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Secrets;

/** Somebody in each role, with a scope in which the demonstration's data shows something. */
record Demonstration(CallerHash callers) {

    private static final String PROVINCE = "21";
    private static final String UNIT = "U-TERR-210102";
    private static final String WORKER = "W-210102001002101-1";
    private static final String PHONE = "13900000000";

    static Demonstration in(DataFolder data) {
        return new Demonstration(new CallerHash(Secrets.in(data.keys()).caller()));
    }

    /** The claim of a citizen is the hash of his phone, as the log knows him. */
    String citizen(String phone) {
        return callers.of(phone);
    }

    Bearer bearer(Role role) {
        Bearer bearer = Bearer.of(role.claim());
        return switch (role) {
            case UNIT -> bearer.unit(UNIT);
            case GRID_WORKER -> bearer.worker(WORKER);
            case CITIZEN -> bearer.citizen(citizen(PHONE));
            case CALL_CENTRE, AGENT, DISPATCHER, ADJUDICATOR, REVIEWER, DUTY_DESK, SUPERVISOR, ANALYST, AUDITOR, OPS ->
                bearer.regions(PROVINCE);
        };
    }
}
