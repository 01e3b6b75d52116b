package org.chuishao.mesh.scope;

import java.util.Optional;
import java.util.Set;

/** What a person or client may be. What each sees follows from {@link Sight}: a claim that the role does not use is ignored. */
public enum Role {
    CALL_CENTRE(Roles.CALL_CENTRE, Sight.REGIONS),
    AGENT(Roles.AGENT, Sight.REGIONS),
    DISPATCHER(Roles.DISPATCHER, Sight.REGIONS),
    ADJUDICATOR(Roles.ADJUDICATOR, Sight.REGIONS),
    REVIEWER(Roles.REVIEWER, Sight.REGIONS),
    DUTY_DESK(Roles.DUTY_DESK, Sight.REGIONS_OR_UNIT),
    SUPERVISOR(Roles.SUPERVISOR, Sight.REGIONS_OR_UNIT),
    ANALYST(Roles.ANALYST, Sight.REGIONS),
    AUDITOR(Roles.AUDITOR, Sight.REGIONS),
    OPS(Roles.OPS, Sight.REGIONS),
    UNIT(Roles.UNIT, Sight.UNIT),
    GRID_WORKER(Roles.GRID_WORKER, Sight.WORKER),
    CITIZEN(Roles.CITIZEN, Sight.CITIZEN);

    /** The claims that widen the scope of a role. A worker's region, for example, must not open the whole region to him. */
    enum Sight {
        REGIONS,
        REGIONS_OR_UNIT,
        UNIT,
        WORKER,
        CITIZEN
    }

    private final String claim;
    private final Sight sight;

    Role(String claim, Sight sight) {
        this.claim = claim;
        this.sight = sight;
    }

    /** The name in the token and in the API. */
    public String claim() {
        return claim;
    }

    boolean seesRegions() {
        return sight == Sight.REGIONS || sight == Sight.REGIONS_OR_UNIT;
    }

    boolean seesUnit() {
        return sight == Sight.UNIT || sight == Sight.REGIONS_OR_UNIT;
    }

    boolean seesOwnWork() {
        return sight == Sight.WORKER;
    }

    boolean seesOwnTickets() {
        return sight == Sight.CITIZEN;
    }

    /** The role that acts when a token carries several: the first in the order above. */
    static Optional<Role> firstOf(Set<String> claims) {
        for (Role role : values()) {
            if (claims.contains(role.claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
