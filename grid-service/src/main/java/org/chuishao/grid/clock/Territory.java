package org.chuishao.grid.clock;

import java.util.Optional;

/** The offices of the territory, by division code. */
final class Territory {

    private static final String OFFICE = "U-TERR-";
    private static final int COUNTY = 6;
    private static final int COMMUNITY = 12;

    private Territory() {}

    /** The desk of the county that holds what nobody else must (区县兜底); none where not even the county is known. */
    static Optional<String> county(String region) {
        return region.length() < COUNTY ? Optional.empty() : Optional.of(OFFICE + region.substring(0, COUNTY));
    }

    /** The smallest office around a place: of the community, the town or the county. */
    static Optional<String> nearest(String region) {
        return region.length() < COUNTY
                ? Optional.empty()
                : Optional.of(OFFICE + region.substring(0, Math.min(region.length(), COMMUNITY)));
    }
}
