package org.chuishao.routing.figures;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.dispatch.Grounds;
import org.chuishao.routing.figures.DispatchFigures.Overridden;
import org.chuishao.routing.figures.DispatchFigures.Share;
import org.chuishao.routing.figures.DispatchFigures.Spread;

/** The figures from the decisions that are kept: of a region, as far as it lies in scope. */
@ApplicationScoped
class Dispatches {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final String FIGURES = """
            select count(*) filter (where mode = 'AUTO' and basis <> $5 and not asked) as by_itself,
                   count(*) filter (where mode = 'AUTO' and basis = $5) as overdue,
                   count(*) filter (where mode = 'HUMAN' or (basis <> $5 and asked)) as by_hand,
                   count(waited_seconds) as waited,
                   percentile_cont(0.5) within group (order by waited_seconds) as waited_median,
                   percentile_cont(0.9) within group (order by waited_seconds) as waited_p90,
                   count(handled_seconds) as handled,
                   percentile_cont(0.5) within group (order by handled_seconds) as handled_median,
                   percentile_cont(0.9) within group (order by handled_seconds) as handled_p90,
                   count(*) filter (where overrides <> '{}') as overridden,
                   count(*) filter (where exists (select from unnest(overrides) o where o ^@ 'CATEGORY ')) as category,
                   count(*) filter (where exists (select from unnest(overrides) o where o ^@ 'SEVERITY ')) as severity,
                   count(*) filter (where exists (select from unnest(overrides) o where o ^@ 'REGION ')) as region
            from (select d.*, exists (select from decision q
                                      where q.ticket_id = d.ticket_id and q.id < d.id and q.outcome = 'QUEUED') as asked
                  from decision d) d
            where at >= $1 and at < $2 and region >= $3 and region < $4
                and outcome = 'DISPATCHED' and not late and basis <> $6
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final Regions regions;

    Dispatches(Pool pool, Scopes scopes, Regions regions) {
        this.pool = pool;
        this.scopes = scopes;
        this.regions = regions;
    }

    Uni<DispatchFigures> figures(String region, LocalDate from, LocalDate to) {
        Tuple values =
                Tuple.of(start(from), start(to.plusDays(1)), region, region + ":", Grounds.OVERDUE, Grounds.CONFERENCE);
        return pool.withTransaction(sql ->
                        scopes.enter(sql).chain(() -> sql.preparedQuery(FIGURES).execute(values)))
                .map(rows -> figures(rows.iterator().next(), region, from, to));
    }

    private DispatchFigures figures(Row row, String region, LocalDate from, LocalDate to) {
        long byItself = row.getLong("by_itself");
        long overdue = row.getLong("overdue");
        long byHand = row.getLong("by_hand");
        long all = byItself + overdue + byHand;
        return new DispatchFigures(
                region,
                regions.nameOf(region),
                from,
                to,
                all,
                byItself,
                overdue,
                byHand,
                Share.of(overdue + byHand, all),
                spread(row, "waited"),
                spread(row, "handled"),
                new Overridden(
                        row.getLong("overridden"),
                        row.getLong("category"),
                        row.getLong("severity"),
                        row.getLong("region")));
    }

    private static Spread spread(Row row, String what) {
        return new Spread(row.getLong(what), row.getDouble(what + "_median"), row.getDouble(what + "_p90"));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(CHINA).toOffsetDateTime();
    }
}
