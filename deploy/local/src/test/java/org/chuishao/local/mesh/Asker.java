package org.chuishao.local.mesh;

import java.util.List;
import java.util.Set;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.Bearer;

/**
 * Somebody with a token, and the places whose tickets are his.
 *
 * @param own by their names; all others are foreign to him
 */
record Asker(Bearer bearer, Set<String> own) {

    static final String GRID = "own grid";
    static final String SIBLING_GRID = "sibling grid";
    static final String SIBLING = "sibling community";
    static final String PARENT = "parent town";
    static final String OTHER_TOWN = "other town";
    static final String OTHER_COUNTY = "other county";
    static final String OTHER_CITY = "other city";

    private static final String COMMUNITY_CODE = "210102001003";
    private static final Set<String> COMMUNITY = Set.of(GRID, SIBLING_GRID);
    private static final Set<String> TOWN = Set.of(GRID, SIBLING_GRID, SIBLING, PARENT);
    private static final Set<String> COUNTY = Set.of(GRID, SIBLING_GRID, SIBLING, PARENT, OTHER_TOWN);

    /** Where the tickets lie, by name. */
    static final List<String[]> PLACES = List.of(
            new String[] {GRID, COMMUNITY_CODE + "101"},
            new String[] {SIBLING_GRID, COMMUNITY_CODE + "102"},
            new String[] {SIBLING, "210102001002101"},
            new String[] {PARENT, "210102001"},
            new String[] {OTHER_TOWN, "210102002001101"},
            new String[] {OTHER_COUNTY, "210103005003101"},
            new String[] {OTHER_CITY, "210202001002101"});

    static List<Asker> all() {
        return List.of(
                new Asker(
                        Bearer.of(Roles.GRID_WORKER)
                                .subject("W-" + COMMUNITY_CODE + "101-1")
                                .worker("W-" + COMMUNITY_CODE + "101-1"),
                        Set.of(GRID)),
                new Asker(CalledIn.department("U-TERR-" + COMMUNITY_CODE), COMMUNITY),
                // an industry unit of the same county that nobody asked
                new Asker(CalledIn.department("U-GAS-CO-210102"), Set.of()),
                new Asker(CalledIn.desk(COMMUNITY_CODE), COMMUNITY),
                new Asker(CalledIn.desk("210102001"), TOWN),
                of(Roles.SUPERVISOR, COMMUNITY_CODE, COMMUNITY),
                of(Roles.SUPERVISOR, "210102001", TOWN),
                of(Roles.SUPERVISOR, "210102", COUNTY),
                of(Roles.AGENT, COMMUNITY_CODE, COMMUNITY),
                of(Roles.DISPATCHER, "210102001", TOWN),
                of(Roles.ADJUDICATOR, "210102", COUNTY),
                of(Roles.REVIEWER, "210102", COUNTY),
                of(Roles.ANALYST, COMMUNITY_CODE, COMMUNITY),
                of(Roles.AUDITOR, "210102001", TOWN),
                of(Roles.CALL_CENTRE, COMMUNITY_CODE, COMMUNITY),
                of(Roles.OPS, "210102", COUNTY),
                new Asker(Bearer.of(Roles.CITIZEN).citizen("13900000000"), Set.of()));
    }

    private static Asker of(String role, String region, Set<String> own) {
        return new Asker(Bearer.of(role).subject(role + "-" + region).regions(region), own);
    }

    @Override
    public String toString() {
        return bearer.subject();
    }
}
