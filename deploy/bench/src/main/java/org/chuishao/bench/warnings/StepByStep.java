package org.chuishao.bench.warnings;

import java.time.Duration;
import java.time.Instant;
import org.chuishao.bench.warnings.log.Diary;
import org.chuishao.bench.warnings.log.LogWriter;
import org.chuishao.mesh.event.Event;
import org.jspecify.annotations.Nullable;

/** Writes no event of a step before analytics has read the steps before it. */
final class StepByStep implements Diary.Reader {

    private final LogWriter log;
    private final Reading reading;
    private final Duration step;
    private @Nullable Instant ends;

    StepByStep(LogWriter log, Reading reading, Duration step) {
        this.log = log;
        this.reading = reading;
        this.step = step;
    }

    @Override
    public void read(Event event) throws InterruptedException {
        if (ends == null) {
            ends = event.at().plus(step);
        } else if (!event.at().isBefore(ends)) {
            log.flush();
            reading.toTheEnd();
            ends = event.at().plus(step);
        }
        log.write(event);
    }
}
