package org.chuishao.routing.proposal;

import org.chuishao.mesh.reference.RegionCode;

/** Where one conference's word is offered to hold: in the county of the matter, or where the unit serves less than that. */
final class ProposedRegion {

    private static final int COUNTY = 3;

    private ProposedRegion() {}

    /** @param served division code that the unit serves, which holds the place */
    static String of(String place, String served) {
        String county = RegionCode.at(place, COUNTY);
        return served.startsWith(county) ? served : county;
    }
}
