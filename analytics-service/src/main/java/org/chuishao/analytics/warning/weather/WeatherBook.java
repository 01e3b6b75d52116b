package org.chuishao.analytics.warning.weather;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.analytics.matter.Categories;

/** The days of extreme weather, kept in memory and read again every few seconds: few, and asked for with every day's count. */
@Startup
@ApplicationScoped
public class WeatherBook {

    private static final String EXTREME = """
            select a.day, a.region, m.category from weather_alert a join weather_matter m on m.kind = a.kind
            where a.level <> 'BLUE' and a.day > (app_now() at time zone 'Asia/Shanghai')::date - 400
            """;

    private final Pool pool;
    private volatile Map<LocalDate, List<Extreme>> days = Map.of();

    WeatherBook(@ReactiveDataSource("reader") Pool pool) {
        this.pool = pool;
    }

    private record Extreme(String region, String category) {}

    @PostConstruct
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        Map<LocalDate, List<Extreme>> found = new HashMap<>();
        for (Row row : pool.query(EXTREME).executeAndAwait()) {
            found.computeIfAbsent(row.getLocalDate(0), day -> new ArrayList<>())
                    .add(new Extreme(row.getString(1), row.getString(2)));
        }
        days = Map.copyOf(found);
    }

    /** Whether the weather of the day brings the matter there. */
    public boolean brings(LocalDate day, String place, String category) {
        return days.getOrDefault(day, List.of()).stream()
                .anyMatch(it -> (place.startsWith(it.region()) || it.region().startsWith(place))
                        && Categories.within(category, it.category()));
    }
}
