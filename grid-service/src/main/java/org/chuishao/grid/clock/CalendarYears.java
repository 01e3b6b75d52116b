package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chuishao.mesh.calendar.CalendarYear;

/** The years' notices that were loaded, as they are kept. */
@ApplicationScoped
class CalendarYears {

    private static final String ALL = "select year, version, off, work, source from calendar_year order by year";
    private static final String LOAD = """
            with loaded as (
                insert into calendar_year (year, version, off, work, source, loaded_at, loaded_by)
                values ($1, 1, $2::date[], $3::date[], $4, $5, $6)
                on conflict (year) do update set version = calendar_year.version + 1, off = excluded.off,
                    work = excluded.work, source = excluded.source, loaded_at = excluded.loaded_at,
                    loaded_by = excluded.loaded_by
                returning year
            )
            insert into audit (role, actor, action, detail) select $7, $6, 'calendar.loaded', year::text from loaded
            """;

    private final Pool pool;
    private final Clock clock;

    CalendarYears(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    record Loaded(CalendarYear year, int version) {}

    Uni<List<Loaded>> all() {
        return pool.query(ALL).execute().map(rows -> {
            List<Loaded> all = new ArrayList<>();
            for (Row row : rows) {
                CalendarYear year = new CalendarYear(
                        row.getInteger("year"),
                        Set.of(row.getArrayOfLocalDates("off")),
                        Set.of(row.getArrayOfLocalDates("work")),
                        row.getString("source"));
                all.add(new Loaded(year, row.getInteger("version")));
            }
            return all;
        });
    }

    /** One statement: the notice and who loaded it. */
    Uni<Void> load(CalendarYear year, String role, String actor) {
        return pool.preparedQuery(LOAD)
                .execute(Tuple.from(List.of(
                        year.year(),
                        days(year.off()),
                        days(year.work()),
                        year.source(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor,
                        role)))
                .replaceWithVoid();
    }

    private static LocalDate[] days(Set<LocalDate> days) {
        return days.stream().sorted().toArray(LocalDate[]::new);
    }
}
