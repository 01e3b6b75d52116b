package org.chuishao.analytics.warning.stream;

import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.chuishao.analytics.warning.life.Finding;
import org.chuishao.analytics.warning.signal.Signal;
import org.chuishao.analytics.warning.window.Rules;
import org.jspecify.annotations.Nullable;

/** Hands signals to the windows of its task, and every second the days that have changed. */
final class WindowProcessor implements Processor<String, Signal, String, Finding> {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Rules rules;
    private @Nullable Windows windows;

    WindowProcessor(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void init(ProcessorContext<String, Finding> context) {
        Windows mine = new Windows(rules, context);
        context.schedule(MOMENT, PunctuationType.WALL_CLOCK_TIME, now -> mine.judgeDays());
        windows = mine;
    }

    @Override
    public void process(Record<String, Signal> signal) {
        Objects.requireNonNull(windows).take(signal.value());
    }
}
