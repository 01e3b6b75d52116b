package org.chuishao.mesh.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.chuishao.mesh.calendar.CalendarYear;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.RecountDeadlines.Outcome;
import org.chuishao.mesh.log.RelayBell;
import org.chuishao.mesh.reference.ReferenceCopies;

/**
 * Keeps the deadlines that run to the calendar in force, and to rules that say that they move them. Each change is gone
 * through once in a replica and at its start, for what a crash left; deadlines that rest on unknown holidays are told by the
 * gauge {@code chuishao.deadlines.provisional} and a warning.
 */
@Startup
@ApplicationScoped
public class CountAgain {

    private static final String PROVISIONAL =
            "select count(*) from deadline where provisional and state in ('RUNNING', 'APPROACHING')";

    private final RecountDeadlines recount;
    private final Rulebook rulebook;
    private final ReferenceCopies copies;
    private final RelayBell relay;
    private final Pool pool;
    private final Clock clock;
    private final ConcurrentMap<Integer, CalendarYear> years =
            new ConcurrentHashMap<>(WorkCalendar.shipped().years());
    private final Set<String> rules = ConcurrentHashMap.newKeySet();
    private volatile long provisional;

    CountAgain(
            RecountDeadlines recount,
            Rulebook rulebook,
            ReferenceCopies copies,
            RelayBell relay,
            @ReactiveDataSource("reader") Pool pool,
            Clock clock,
            MeterRegistry meters) {
        this.recount = recount;
        this.rulebook = rulebook;
        this.copies = copies;
        this.relay = relay;
        this.pool = pool;
        this.clock = clock;
        Gauge.builder("chuishao.deadlines.provisional", () -> provisional).register(meters);
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return copies.complete() ? now() : Uni.createFrom().voidItem();
    }

    /** For whoever has just changed the rulebook and answers by it. */
    public Uni<Void> now() {
        Counting counting = rulebook.counting();
        WorkCalendar calendar = counting.calendar();
        List<Supplier<Uni<Outcome>>> steps = new ArrayList<>();
        steps.add(() -> recount.by(calendar));
        for (CalendarYear year : calendar.years().values()) {
            if (!year.equals(years.get(year.year()))) {
                steps.add(() -> recount.by(calendar, year.year()).invoke(done -> {
                    if (done.left() == 0) {
                        years.put(year.year(), year);
                    }
                }));
            }
        }
        for (ClockRule rule : thatRecount(counting)) {
            steps.add(() -> earlier(counting, rule));
        }
        Uni<Integer> all = Uni.createFrom().item(0);
        for (Supplier<Uni<Outcome>> step : steps) {
            all = all.chain(sum -> step.get().map(done -> sum + done.counted()));
        }
        return all.invoke(counted -> {
                    if (counted > 0) {
                        Log.infof("%d deadlines counted again", counted);
                        relay.ring();
                    }
                })
                .chain(this::count);
    }

    private List<ClockRule> thatRecount(Counting counting) {
        LocalDate today = clock.instant().atZone(counting.calendar().zone()).toLocalDate();
        return counting.rules().rules().stream()
                .filter(rule -> rule.recounts() && !rule.validFrom().isAfter(today) && !rules.contains(rule.name()))
                .sorted(Comparator.comparing(ClockRule::validFrom))
                .toList();
    }

    private Uni<Outcome> earlier(Counting counting, ClockRule rule) {
        Uni<Outcome> all = Uni.createFrom().item(new Outcome(0, 0));
        for (ClockRule before : counting.rules().rules()) {
            if (before.id().equals(rule.id()) && before.validFrom().isBefore(rule.validFrom())) {
                all = all.chain(sum -> recount.by(counting.calendar(), before, rule)
                        .map(done -> sum.plus(done.counted(), done.left())));
            }
        }
        return all.invoke(done -> {
            if (done.left() == 0) {
                rules.add(rule.name());
            }
        });
    }

    private Uni<Void> count() {
        return pool.query(PROVISIONAL)
                .execute()
                .invoke(rows -> {
                    provisional = rows.iterator().next().getLong(0);
                    if (provisional > 0) {
                        Log.warnf("%d deadlines rest on a year whose holidays are not loaded", provisional);
                    }
                })
                .replaceWithVoid();
    }
}
