package org.chuishao.analytics.figures;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Keeps the counts up with the log: one statement a batch for what stands, one for what came and went. */
@ApplicationScoped
class FigureReader implements LogEffect {

    /** In one order whatever the sign, so that two replicas never wait for each other's rows. */
    private static final String COUNT = """
            insert into figure_count (region, category, state, kind, tickets)
            select region, category, state, kind, tickets
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[]) with ordinality
                 as c (region, category, state, kind, tickets, ord)
            order by ord
            on conflict (region, category, state, kind) do update set tickets = figure_count.tickets + excluded.tickets
            """;

    private static final String DAY = """
            insert into figure_day (day, region, received, closed)
            select day, region, received, closed
            from unnest($1::date[], $2::text[], $3::int[], $4::int[]) as d (day, region, received, closed)
            order by day, region
            on conflict (day, region) do update
                set received = figure_day.received + excluded.received, closed = figure_day.closed + excluded.closed
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Changes changes = Changes.of(events);
        return count(transaction.sql(), changes.cells()).chain(() -> days(transaction.sql(), changes.days()));
    }

    private static Uni<Void> count(SqlConnection sql, Map<Cell, Long> cells) {
        if (cells.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<Cell> keys = cells.keySet();
        return sql.preparedQuery(COUNT)
                .execute(Tuple.of(
                        keys.stream().map(Cell::region).toArray(String[]::new),
                        keys.stream().map(Cell::category).toArray(String[]::new),
                        keys.stream().map(cell -> cell.state().name()).toArray(String[]::new),
                        keys.stream().map(Cell::kind).toArray(String[]::new),
                        cells.values().toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> days(SqlConnection sql, Map<Changes.Day, Changes.Flow> days) {
        if (days.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<Changes.Day> keys = days.keySet();
        return sql.preparedQuery(DAY)
                .execute(Tuple.of(
                        keys.stream().map(Changes.Day::day).toArray(LocalDate[]::new),
                        keys.stream().map(Changes.Day::region).toArray(String[]::new),
                        days.values().stream().map(Changes.Flow::received).toArray(Integer[]::new),
                        days.values().stream().map(Changes.Flow::closed).toArray(Integer[]::new)))
                .replaceWithVoid();
    }
}
