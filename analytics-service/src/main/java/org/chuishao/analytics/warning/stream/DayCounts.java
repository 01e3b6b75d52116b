package org.chuishao.analytics.warning.stream;

import java.time.LocalDate;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chuishao.analytics.warning.window.Gathered;
import org.jspecify.annotations.Nullable;

/** How many complaints of each day stand under a gathering. */
final class DayCounts {

    /** The first day of all, under a key that no gathering has. */
    private static final String SINCE = "since";

    private final KeyValueStore<String, Long> store;

    DayCounts(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    void add(Gathered gathered, LocalDate day, int change) {
        store.put(key(gathered, day), (long) of(gathered, day) + change);
        Long since = store.get(SINCE);
        if (since == null || day.toEpochDay() < since) {
            store.put(SINCE, day.toEpochDay());
        }
    }

    int of(Gathered gathered, LocalDate day) {
        @Nullable Long count = store.get(key(gathered, day));
        return count == null ? 0 : count.intValue();
    }

    LocalDate since() {
        @Nullable Long since = store.get(SINCE);
        return since == null ? LocalDate.MAX : LocalDate.ofEpochDay(since);
    }

    private static String key(Gathered gathered, LocalDate day) {
        return gathered.key() + '\u0001' + day;
    }
}
