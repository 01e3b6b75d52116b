package org.chuishao.analytics.brief;

import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.chuishao.analytics.brief.Brief.Part;
import org.chuishao.analytics.matter.Name;
import org.chuishao.analytics.withheld.Withholding;
import org.chuishao.analytics.withheld.Withholding.Sum;
import org.jspecify.annotations.Nullable;

/** What came in by place, and what of it is withheld. */
final class PlaceParts {

    private static final String ALL = "";
    private static final int DIGITS = 4;

    private final Map<String, Long> tickets = new HashMap<>();
    private final Map<String, Long> people = new HashMap<>();
    private final Set<String> withheld;

    private PlaceParts(List<Row> rows, int smallest) {
        rows.forEach(row -> put(row.getString("key"), row.getLong("tickets"), row.getLong("people")));
        List<String> parts = List.copyOf(tickets.keySet());
        // all that came in is published beside them
        people.put(ALL, people.values().stream().mapToLong(it -> it).sum());
        withheld = Withholding.of(people, List.of(new Sum<>(ALL, parts)), smallest);
    }

    private void put(String key, long many, long persons) {
        tickets.put(key, many);
        people.put(key, persons);
    }

    /** @param smallest number of people that is published */
    static List<Part> of(List<Row> now, List<Row> before, int smallest, UnaryOperator<String> name) {
        PlaceParts present = new PlaceParts(now, smallest);
        PlaceParts past = new PlaceParts(before, smallest);
        long all = present.tickets.values().stream().mapToLong(it -> it).sum();
        Set<String> keys = new TreeSet<>(present.tickets.keySet());
        keys.addAll(past.tickets.keySet());
        return keys.stream()
                .sorted((one, other) -> Long.compare(present.many(other), present.many(one)))
                .map(key -> {
                    Long here = present.shown(key);
                    Long then = past.shown(key);
                    String called = name.apply(key);
                    return new Part(
                            key,
                            new Name(called, called),
                            here,
                            here == null || all == 0
                                    ? null
                                    : BigDecimal.valueOf(here)
                                            .divide(BigDecimal.valueOf(all), DIGITS, RoundingMode.HALF_UP),
                            then,
                            here == null || then == null ? null : here - then);
                })
                .toList();
    }

    private long many(String key) {
        return tickets.getOrDefault(key, 0L);
    }

    private @Nullable Long shown(String key) {
        return withheld.contains(key) ? null : many(key);
    }
}
