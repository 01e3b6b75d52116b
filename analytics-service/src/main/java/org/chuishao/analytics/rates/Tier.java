package org.chuishao.analytics.rates;

import java.util.Locale;
import org.chuishao.mesh.reference.UnitKind;

/** The classes of unit that are compared apart (分级分类评价): no ladder holds a town and a company. */
enum Tier {
    DISTRICT,
    TOWN,
    COMMUNITY,
    DEPARTMENT,
    COMPANY;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Tier of(UnitKind kind) {
        return switch (kind) {
            case COUNTY_DESK -> DISTRICT;
            case TOWN -> TOWN;
            case COMMUNITY -> COMMUNITY;
            case DEPARTMENT -> DEPARTMENT;
            case COMPANY -> COMPANY;
        };
    }
}
