package org.chuishao.analytics.warning.rule;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.window.Step;
import org.chuishao.analytics.warning.window.StepBook;
import org.chuishao.mesh.sql.Rows;

/** The steps in force: known before anything is judged, and read again every few seconds. */
@Startup
@ApplicationScoped
public class WarningBook implements StepBook {

    private static final String STEPS = """
            select rule, region, category, level, count, within_minutes, places, sigmas from warning_step
            order by rule, region, category
            """;
    private static final String QUIET = "select rule, quiet_hours from warning_rule";

    private final Pool pool;
    private volatile Map<WarningRule, List<StepSet>> sets = Map.of();
    private volatile Map<WarningRule, Duration> quiet = Map.of();

    WarningBook(@ReactiveDataSource("reader") Pool pool) {
        this.pool = pool;
    }

    @PostConstruct
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        sets = setsOf(pool.query(STEPS).executeAndAwait());
        quiet = quietOf(pool.query(QUIET).executeAndAwait());
    }

    @Override
    public List<Step> steps(WarningRule rule, String region, String category) {
        return sets.getOrDefault(rule, List.of()).stream()
                .filter(set -> set.isFor(region, category))
                .findFirst()
                .map(StepSet::steps)
                .orElse(List.of());
    }

    Stream<StepSet> all() {
        return sets.values().stream().flatMap(List::stream);
    }

    /** After so long without a complaint a warning that nobody has judged has lapsed. */
    public Duration quiet(WarningRule rule) {
        return quiet.getOrDefault(rule, Duration.ZERO);
    }

    private static Map<WarningRule, Duration> quietOf(RowSet<Row> rows) {
        Map<WarningRule, Duration> found = new EnumMap<>(WarningRule.class);
        rows.forEach(row -> found.put(WarningRule.valueOf(row.getString(0)), Duration.ofHours(row.getInteger(1))));
        return found;
    }

    private static Map<WarningRule, List<StepSet>> setsOf(RowSet<Row> rows) {
        record Part(WarningRule rule, String region, String category) {}
        Map<Part, List<Step>> parts = new LinkedHashMap<>();
        for (Row row : Rows.list(rows)) {
            Part part = new Part(WarningRule.valueOf(row.getString(0)), row.getString(1), row.getString(2));
            parts.computeIfAbsent(part, it -> new ArrayList<>())
                    .add(new Step(
                            WarningLevel.valueOf(row.getString(3)),
                            row.getInteger(4),
                            Duration.ofMinutes(row.getInteger(5)),
                            row.getInteger(6),
                            row.getDouble(7)));
        }
        Map<WarningRule, List<StepSet>> found = new EnumMap<>(WarningRule.class);
        parts.forEach((part, steps) -> found.computeIfAbsent(part.rule(), it -> new ArrayList<>())
                .add(new StepSet(part.rule(), part.region(), part.category(), steps)));
        found.values().forEach(all -> all.sort(StepSet.MOST_SPECIAL_FIRST));
        return found;
    }
}
