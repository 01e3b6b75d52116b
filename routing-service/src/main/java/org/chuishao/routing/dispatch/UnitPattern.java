package org.chuishao.routing.dispatch;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chuishao.mesh.reference.RegionCode;
import org.jspecify.annotations.Nullable;

/** Turns the catalogue's patterns into units that there are, for one place. */
final class UnitPattern {

    private static final String TERRITORY = "U-TERR-";
    private static final int CITY = 2;
    private static final int COUNTY = 3;
    private static final int TOWN = 4;
    private static final int COMMUNITY = 5;

    private final String region;
    private final int level;
    private final Predicate<String> exists;

    UnitPattern(String region, Predicate<String> exists) {
        this.region = region;
        this.level = RegionCode.level(region).orElse(1);
        this.exists = exists;
    }

    boolean countyKnown() {
        return level >= COUNTY;
    }

    Optional<String> unit(String pattern) {
        if (pattern.equals("{territory}")) {
            return territory();
        }
        if (pattern.contains("{county}")) {
            return level < COUNTY ? Optional.empty() : known(pattern.replace("{county}", at(COUNTY)));
        }
        if (pattern.contains("{city}")) {
            return level < CITY ? Optional.empty() : known(pattern.replace("{city}", at(CITY)));
        }
        return known(pattern);
    }

    /**
     * The unit itself, a company's bureau where the company is missing, else the county's desk: a department's duty is not
     * for the base level.
     */
    Optional<String> unitOrNext(String pattern) {
        return unit(pattern).or(() -> unit(pattern.replace("-CO-", "-"))).or(() -> unit(TERRITORY + "{county}"));
    }

    /** The same place, of which the territory is no smaller than the level. */
    UnitPattern notBelow(@Nullable Integer lowest) {
        return lowest == null || lowest >= level ? this : new UnitPattern(RegionCode.at(region, lowest), exists);
    }

    /** The smallest of community, town and county desk. */
    Optional<String> territory() {
        return Stream.of(COMMUNITY, TOWN, COUNTY)
                .filter(depth -> depth <= level)
                .map(depth -> TERRITORY + at(depth))
                .filter(exists)
                .findFirst();
    }

    /** Where no county is known: a line's bureau in the city, or in the province. */
    Optional<String> bureau(String line) {
        return Stream.of(CITY, 1)
                .filter(depth -> depth <= level)
                .map(depth -> "U-" + line + '-' + at(depth))
                .filter(exists)
                .findFirst();
    }

    private Optional<String> known(String unit) {
        return Optional.of(unit).filter(exists);
    }

    private String at(int depth) {
        return RegionCode.at(region, Math.min(depth, COMMUNITY));
    }
}
