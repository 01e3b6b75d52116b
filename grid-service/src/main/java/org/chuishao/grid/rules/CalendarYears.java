package org.chuishao.grid.rules;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.chuishao.mesh.calendar.CalendarYear;
import org.chuishao.mesh.log.Command;

/** The years' notices that were loaded, as they are kept and published. */
@ApplicationScoped
class CalendarYears {

    /** The same notice once more changes nothing. */
    private static final String LOAD = """
            with loaded as (
                insert into calendar_year as kept (year, version, off, work, source, loaded_at, loaded_by, published)
                values ($1, 1, $2::date[], $3::date[], $4, $5, $6, true)
                on conflict (year) do update set version = kept.version + 1, off = excluded.off,
                    work = excluded.work, source = excluded.source, loaded_at = excluded.loaded_at,
                    loaded_by = excluded.loaded_by, published = true
                where (kept.off, kept.work, kept.source) is distinct from (excluded.off, excluded.work, excluded.source)
                returning year
            )
            insert into audit (role, actor, action, detail) select $7, $6, 'calendar.loaded', year::text from loaded
            """;

    private static final String PUBLISH = """
            insert into outbox (event_id, topic, key, attributes, data)
            select gen_random_uuid(), 'rules', 'calendar/' || year, '{}', data from published_year where year = $1
            """;

    private final Pool pool;
    private final Clock clock;

    CalendarYears(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** The notice, who loaded it, and the word of it to the other services commit together. */
    @Command
    Uni<Void> load(CalendarYear year, String role, String actor) {
        Tuple notice = Tuple.from(List.of(
                year.year(),
                days(year.off()),
                days(year.work()),
                year.source(),
                clock.instant().atOffset(ZoneOffset.UTC),
                actor,
                role));
        return pool.withTransaction(sql -> sql.preparedQuery(LOAD)
                .execute(notice)
                .chain(loaded -> loaded.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : sql.preparedQuery(PUBLISH)
                                .execute(Tuple.of(year.year()))
                                .replaceWithVoid()));
    }

    private static LocalDate[] days(Set<LocalDate> days) {
        return days.stream().sorted().toArray(LocalDate[]::new);
    }
}
