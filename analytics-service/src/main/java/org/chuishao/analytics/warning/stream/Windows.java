package org.chuishao.analytics.warning.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chuishao.analytics.warning.life.Finding;
import org.chuishao.analytics.warning.signal.Signal;
import org.chuishao.analytics.warning.window.Gathered;
import org.chuishao.analytics.warning.window.Gathering;
import org.chuishao.analytics.warning.window.Heat;
import org.chuishao.analytics.warning.window.Near;
import org.chuishao.analytics.warning.window.Rules;
import org.chuishao.analytics.warning.window.Seen;
import org.jspecify.annotations.Nullable;

/** The windows of one task: what stands in them, and what is hot about a complaint that has come to stand. */
final class Windows {

    /** What was said longer ago is history being read; its days wait until nothing has come for a while. */
    private static final Duration PRESENT = Duration.ofMinutes(10);

    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** Rows stay for so long beyond their windows: where an old log is read anew, some of its partitions run ahead. */
    private static final Duration BEHIND = Duration.ofDays(60);

    /** Judged in one go at most, so that signals do not wait for a year of days. */
    private static final int DAYS_AT_ONCE = 500;

    private static final String NEW = "n";
    private static final String OLD = "o";

    private final Rules rules;
    private final ProcessorContext<String, Finding> context;
    private final SeenStore seen;
    private final DayCounts counts;
    private final KeyValueStore<String, Signal> due;
    private long lastCame;

    Windows(Rules rules, ProcessorContext<String, Finding> context) {
        this.rules = rules;
        this.context = context;
        seen = new SeenStore(context.getStateStore(WarningTopology.SEEN));
        counts = new DayCounts(context.getStateStore(WarningTopology.COUNTS));
        due = context.getStateStore(WarningTopology.DUE);
        lastCame = context.currentSystemTimeMs();
    }

    void take(Signal signal) {
        lastCame = context.currentSystemTimeMs();
        Boolean stood = seen.put(signal);
        if (stood == null) {
            return;
        }
        Gathered gathered = signal.gathered();
        seen.sweep(
                gathered, signal.seen().at().minus(rules.reach(gathered.by())).minus(BEHIND));
        if (gathered.by() == Gathering.COUNTY) {
            LocalDate day = signal.seen().day();
            counts.add(gathered, day, (signal.stands() ? 1 : 0) - (stood ? 1 : 0));
            if (signal.stands() && rules.mayBeMuch(counts.of(gathered, day), signal.seen())) {
                due.put((isNew(signal) ? NEW : OLD) + gathered.key() + '\u0001' + day, signal);
            }
        } else if (signal.stands()) {
            judge(signal);
        }
    }

    /** Judges the days that have changed: those of the present, and when nothing comes those of the past. */
    void judgeDays() {
        judgeDays(NEW);
        if (context.currentSystemTimeMs() - lastCame >= SILENCE.toMillis()) {
            judgeDays(OLD);
        }
    }

    private void judgeDays(String age) {
        List<KeyValue<String, Signal>> some = new ArrayList<>();
        try (KeyValueIterator<String, Signal> all = due.prefixScan(age, new StringSerializer())) {
            while (all.hasNext() && some.size() < DAYS_AT_ONCE) {
                some.add(all.next());
            }
        }
        some.forEach(one -> {
            judge(one.value);
            due.delete(one.key);
        });
    }

    private boolean isNew(Signal signal) {
        return signal.saidAt()
                .isAfter(Instant.ofEpochMilli(context.currentSystemTimeMs()).minus(PRESENT));
    }

    private void judge(Signal signal) {
        Seen one = signal.seen();
        Gathered gathered = signal.gathered();
        rules.judge(one, gathered, new Around(gathered, one)).stream()
                .map(heat -> Finding.of(heat, one, saidAt(heat, signal)))
                .forEach(finding ->
                        context.forward(new Record<>(finding.key(), finding, context.currentSystemTimeMs())));
    }

    /** When it was decided: with the event that was judged, or when the complaint had come that filled the window. */
    private static Instant saidAt(Heat heat, Signal signal) {
        return heat.deciding().equals(signal.seen())
                ? signal.saidAt()
                : heat.deciding().at();
    }

    private final class Around implements Near {

        private final Gathered gathered;
        private final Seen one;
        private @Nullable List<Seen> near;

        Around(Gathered gathered, Seen one) {
            this.gathered = gathered;
            this.one = one;
        }

        @Override
        public List<Seen> seen() {
            // two rules look at a person's
            if (near == null) {
                near = seen.near(gathered, one.at(), rules.reach(gathered.by()));
            }
            return near;
        }

        @Override
        public int count(LocalDate day) {
            return counts.of(gathered, day);
        }

        @Override
        public LocalDate since() {
            return counts.since();
        }
    }
}
