package org.chuishao.analytics.warning.window;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What complaints are gathered under: the same for all that may stand in one window. */
public record Gathered(Gathering by, String under) {

    private static final char PARTED = '|';

    /** All that a ticket is gathered under. Where its place is too large no window of places holds it. */
    public static List<Gathered> of(Seen seen, @Nullable String person, List<String> networks) {
        List<Gathered> all = new ArrayList<>();
        if (seen.region().length() >= Places.COMMUNITY) {
            all.add(of(Gathering.PLACE, Places.town(seen.region()), seen.category()));
            if (seen.meaning() != null) {
                all.add(new Gathered(Gathering.MEANING, Places.community(seen.region())));
            }
        }
        if (seen.region().length() >= Places.COUNTY) {
            all.add(of(Gathering.COUNTY, Places.county(seen.region()), seen.category()));
        }
        if (person != null) {
            all.add(of(Gathering.PERSON, person, seen.category()));
        }
        networks.forEach(network -> all.add(new Gathered(Gathering.NETWORK, network)));
        return all;
    }

    private static Gathered of(Gathering by, String first, String category) {
        return new Gathered(by, first + PARTED + category);
    }

    /** As records are keyed and kept by. */
    public String key() {
        return by.name() + PARTED + under;
    }
}
