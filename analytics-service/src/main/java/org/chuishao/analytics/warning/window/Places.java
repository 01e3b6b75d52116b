package org.chuishao.analytics.warning.window;

import java.util.Collection;

/** Places by the prefixes of their division codes. */
final class Places {

    static final int COUNTY = 6;
    static final int TOWN = 9;
    static final int COMMUNITY = 12;

    private static final int[] LEVELS = {15, COMMUNITY, TOWN, COUNTY, 4, 2};

    private Places() {}

    static String county(String region) {
        return region.substring(0, COUNTY);
    }

    static String town(String region) {
        return region.substring(0, TOWN);
    }

    static String community(String region) {
        return region.substring(0, COMMUNITY);
    }

    /** The smallest region that holds them all. */
    static String around(Collection<String> regions) {
        String any = regions.iterator().next();
        for (int digits : LEVELS) {
            if (any.length() >= digits) {
                String region = any.substring(0, digits);
                if (regions.stream().allMatch(one -> one.startsWith(region))) {
                    return region;
                }
            }
        }
        throw new IllegalArgumentException("codes of different provinces: " + regions);
    }
}
