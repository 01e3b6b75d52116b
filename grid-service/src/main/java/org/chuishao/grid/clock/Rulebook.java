package org.chuishao.grid.clock;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.chuishao.grid.clock.CalendarYears.Loaded;
import org.chuishao.mesh.calendar.ClockRules;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.RecountDeadlines;

/** The calendar and the clock rules in force: those that come with the product, and the years that were loaded. */
@ApplicationScoped
class Rulebook {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CalendarYears years;
    private final RecountDeadlines recount;
    private final ClockRules rules = ClockRules.shipped();
    private volatile WorkCalendar calendar = WorkCalendar.shipped();

    Rulebook(CalendarYears years, RecountDeadlines recount) {
        this.years = years;
        this.recount = recount;
    }

    WorkCalendar calendar() {
        return calendar;
    }

    ClockRules rules() {
        return rules;
    }

    /** No clock is armed by a calendar that lacks a year which was loaded. */
    void start(@Observes StartupEvent started) {
        years.all().invoke(this::take).await().atMost(PATIENCE);
    }

    /**
     * Takes up what another replica loaded, and counts again what was left: deadlines that a command had in hand, and those
     * armed while a year was loaded elsewhere.
     */
    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return years.all()
                .invoke(this::take)
                .chain(() -> recount.by(calendar))
                .invoke(counted -> {
                    if (counted > 0) {
                        Log.warnf("%d deadlines rest on a year whose holidays are not loaded", counted);
                    }
                })
                .replaceWithVoid();
    }

    private void take(List<Loaded> loaded) {
        WorkCalendar now = WorkCalendar.shipped();
        for (Loaded year : loaded) {
            now = now.with(year.year(), now.version() + "+" + year.year().year() + "." + year.version());
        }
        calendar = now;
    }
}
