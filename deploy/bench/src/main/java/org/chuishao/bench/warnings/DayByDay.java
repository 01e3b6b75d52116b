package org.chuishao.bench.warnings;

import java.time.LocalDate;
import java.util.Objects;
import org.chuishao.bench.warnings.log.Diary;
import org.chuishao.bench.warnings.log.LogWriter;
import org.chuishao.bench.warnings.world.Period;
import org.chuishao.mesh.event.Event;
import org.jspecify.annotations.Nullable;

/** Writes no event of a day before analytics has read the days before it. */
final class DayByDay implements Diary.Reader {

    private final LogWriter log;
    private final Reading reading;
    private @Nullable LocalDate today;

    DayByDay(LogWriter log, Reading reading) {
        this.log = log;
        this.reading = reading;
    }

    @Override
    public void read(Event event) throws InterruptedException {
        LocalDate day = event.at().atZone(Period.CHINA).toLocalDate();
        if (!Objects.equals(day, today)) {
            log.flush();
            reading.toTheEnd();
            today = day;
        }
        log.write(event);
    }
}
