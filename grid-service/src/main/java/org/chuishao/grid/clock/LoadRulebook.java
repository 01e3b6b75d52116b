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
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.Counting;
import org.chuishao.mesh.clock.RecountDeadlines;
import org.chuishao.mesh.clock.Rulebook;

/** Keeps the rulebook to the years that were loaded, here or by another replica. */
@ApplicationScoped
class LoadRulebook {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CalendarYears years;
    private final RecountDeadlines recount;
    private final Rulebook rulebook;

    LoadRulebook(CalendarYears years, RecountDeadlines recount, Rulebook rulebook) {
        this.years = years;
        this.recount = recount;
        this.rulebook = rulebook;
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
                .chain(() -> recount.by(rulebook.calendar()))
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
        rulebook.take(new Counting(rulebook.rules(), now));
    }
}
