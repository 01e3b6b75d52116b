package org.chuishao.analytics.warning.effect;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.warning.life.CloseWarnings;
import org.chuishao.mesh.log.InTurn;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.sql.Rows;

/** Measures the effect of warnings that were handled so long ago. Any replica may do it, and one does. */
@ApplicationScoped
public class MeasureEffects {

    private static final int AT_ONCE = 10;

    private static final String DUE = """
            select w.id, coalesce(i.region, w.region) as region, split_part(w.category, '.', 1) as matter,
                coalesce(i.first_at, w.first_at) as first_at, n.handled_at
            from warning w left join incident i on i.id = w.incident
            cross join lateral (select max(at) as handled_at from warning_node n
                where n.warning = w.id and n.type = 'HANDLED') n
            where w.state = 'HANDLED' and n.handled_at <= app_now() - make_interval(days => $1)
            order by w.id limit $2 for update of w skip locked
            """;
    /** Elsewhere is the rest of the city; of what concerns a whole city the rest of the province. */
    private static final String COUNT = """
            select count(*) filter (where f.region ^@ $1 and f.received_at < $3)::int as before,
                count(*) filter (where f.region ^@ $1 and f.received_at >= $4)::int as after,
                count(*) filter (where not f.region ^@ $1 and f.received_at < $3)::int as control_before,
                count(*) filter (where not f.region ^@ $1 and f.received_at >= $4)::int as control_after
            from ticket_fact f
            where split_part(f.category, '.', 1) = $2 and f.channel <> 'WARNING'
                and (length($1) <= 4 or left(f.region, 4) = left($1, 4)) and f.region ^@ left($1, 2)
                and (f.received_at >= $3 - make_interval(days => $5) and f.received_at < $3
                    or f.received_at >= $4 and f.received_at < $4 + make_interval(days => $5))
            """;

    private static final String KEEP = """
            insert into warning_effect (warning, days, before, after, control_before, control_after, expected, prevented,
                lower, upper, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, app_now()) on conflict (warning) do nothing
            """;

    private final ServiceTransactions transactions;
    private final EffectConfig config;
    private final CloseWarnings close;

    MeasureEffects(ServiceTransactions transactions, EffectConfig config, CloseWarnings close) {
        this.transactions = transactions;
        this.config = config;
        this.close = close;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> measure() {
        return transactions.run(transaction -> transaction
                .sql()
                .preparedQuery(DUE)
                .execute(Tuple.of(days(), AT_ONCE))
                .map(Rows::list)
                .chain(due -> InTurn.each(due, row -> measure(transaction.sql(), row))
                        .chain(() -> close.of(
                                transaction.sql(),
                                due.stream().map(row -> row.getUUID("id")).toList()))));
    }

    private int days() {
        return (int) config.after().toDays();
    }

    private Uni<Void> measure(SqlConnection sql, Row due) {
        Tuple where = Tuple.of(
                due.getString("region"),
                due.getString("matter"),
                due.getOffsetDateTime("first_at"),
                due.getOffsetDateTime("handled_at"),
                days());
        return sql.preparedQuery(COUNT).execute(where).chain(rows -> {
            Row counted = rows.iterator().next();
            return keep(sql, due.getUUID("id"), counted);
        });
    }

    private Uni<Void> keep(SqlConnection sql, UUID warning, Row counted) {
        int before = counted.getInteger("before");
        int after = counted.getInteger("after");
        int controlBefore = counted.getInteger("control_before");
        int controlAfter = counted.getInteger("control_after");
        Effect effect = Effect.of(before, after, controlBefore, controlAfter);
        return sql.preparedQuery(KEEP)
                .execute(Tuple.from(List.of(
                        warning,
                        days(),
                        before,
                        after,
                        controlBefore,
                        controlAfter,
                        effect.expected(),
                        effect.prevented(),
                        effect.lower(),
                        effect.upper())))
                .replaceWithVoid();
    }
}
