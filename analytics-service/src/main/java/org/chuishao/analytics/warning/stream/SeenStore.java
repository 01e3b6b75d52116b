package org.chuishao.analytics.warning.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chuishao.analytics.warning.signal.Signal;
import org.chuishao.analytics.warning.window.Gathered;
import org.chuishao.analytics.warning.window.Near;
import org.chuishao.analytics.warning.window.Seen;
import org.jspecify.annotations.Nullable;

/** Complaints by what they are gathered under and by time: a row each, so that a storm rewrites no other. */
final class SeenStore {

    /** Old rows of a gathering taken out with each that comes in: more than come in. Where nothing comes they stay. */
    private static final int SWEPT = 4;

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final KeyValueStore<String, Kept> store;

    SeenStore(KeyValueStore<String, Kept> store) {
        this.store = store;
    }

    /** @return whether it had stood there before; null where the signal is out of date and was left out */
    @Nullable
    Boolean put(Signal signal) {
        Seen seen = signal.seen();
        String key = key(signal.gathered(), seen.at(), seen.ticket());
        Kept known = store.get(key);
        if (known != null && known.version() >= signal.version()) {
            return null;
        }
        store.put(key, new Kept(seen, signal.stands(), signal.version()));
        return known != null && known.stands();
    }

    /** Those that stand, as far as {@code reach} before and after an instant. */
    List<Seen> near(Gathered gathered, Instant at, Duration reach) {
        List<Seen> near = new ArrayList<>();
        String here = key(gathered, at, LAST);
        take(store.reverseRange(key(gathered, at.minus(reach), FIRST), here), near);
        take(store.range(key(gathered, at.plusMillis(1), FIRST), key(gathered, at.plus(reach), LAST)), near);
        return near;
    }

    /** Some of those that no window can hold any more. */
    void sweep(Gathered gathered, Instant before) {
        List<String> old = new ArrayList<>();
        try (KeyValueIterator<String, Kept> oldest =
                store.range(key(gathered, Instant.EPOCH, FIRST), key(gathered, before, FIRST))) {
            while (oldest.hasNext() && old.size() < SWEPT) {
                old.add(oldest.next().key);
            }
        }
        old.forEach(store::delete);
    }

    private static void take(KeyValueIterator<String, Kept> found, List<Seen> near) {
        int taken = 0;
        try (found) {
            while (found.hasNext() && taken < Near.NEAREST) {
                KeyValue<String, Kept> next = found.next();
                if (next.value.stands()) {
                    near.add(next.value.seen());
                    taken++;
                }
            }
        }
    }

    private static String key(Gathered gathered, Instant at, UUID ticket) {
        return "%s\u0001%015d%s".formatted(gathered.key(), at.toEpochMilli(), ticket);
    }
}
