package org.chuishao.grid.unit;

import java.util.Optional;

/** The offices of the territory, by division code. */
public final class Territory {

    private static final String OFFICE = "U-TERR-";
    private static final int COUNTY = 6;
    private static final int COMMUNITY = 12;

    private Territory() {}

    /** Of a county, a town or a community. */
    public static String office(String code) {
        return OFFICE + code;
    }

    public static boolean isOffice(String unit) {
        return unit.startsWith(OFFICE);
    }

    /** The desk of the county that holds what nobody else must (区县兜底); none where not even the county is known. */
    public static Optional<String> county(String region) {
        return region.length() < COUNTY ? Optional.empty() : Optional.of(office(region.substring(0, COUNTY)));
    }

    /** The smallest office around a place: of the community, the town or the county. */
    public static Optional<String> nearest(String region) {
        return region.length() < COUNTY
                ? Optional.empty()
                : Optional.of(office(region.substring(0, Math.min(region.length(), COMMUNITY))));
    }
}
