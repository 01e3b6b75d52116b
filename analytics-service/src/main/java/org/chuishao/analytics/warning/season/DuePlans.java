package org.chuishao.analytics.warning.season;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.analytics.warning.life.RaisePlans;
import org.chuishao.analytics.warning.life.RaisePlans.Plan;
import org.chuishao.mesh.log.RelayBell;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.sql.Rows;

/**
 * Raises what the season brings: a plan is due so many days before a season begins, and at once when the weather service warns.
 * Asked again it raises nothing twice, on whatever replica.
 */
@ApplicationScoped
public class DuePlans {

    /** Of seasons that are under way too: whoever installs the system in one is warned of it. */
    private static final String SEASONS = """
            select 'season|' || s.code || '|' || s.begins as scope, s.region, s.category, s.begins::timestamp
                at time zone 'Asia/Shanghai' as begins, (s.ends + 1)::timestamp at time zone 'Asia/Shanghai' as ends,
                s.name as words
            from season s, lateral (select (app_now() at time zone 'Asia/Shanghai')::date as day) today
            where today.day >= s.begins - s.lead_days and today.day <= s.ends order by s.code
            """;
    /** Days of an alert with less than a week between them are one; not blue ones, which are ordinary weather. */
    private static final String WEATHER = """
            select distinct on (a.region, a.kind, m.category) 'weather|' || a.region || '|' || a.kind || '|' || m.category || '|'
                    || (select max(b.day) from weather_alert b where b.region = a.region and b.kind = a.kind
                        and b.level <> 'BLUE' and b.day <= a.day
                        and not exists (select from weather_alert c where c.region = b.region and c.kind = b.kind
                            and c.level <> 'BLUE' and c.day < b.day and c.day > b.day - 7)) as scope,
                a.region, m.category, a.day::timestamp at time zone 'Asia/Shanghai' as begins,
                (a.day + 1)::timestamp at time zone 'Asia/Shanghai' as ends, a.kind || ' ' || a.level as words
            from weather_alert a join weather_matter m on m.kind = a.kind
            where a.level <> 'BLUE' and a.day >= (app_now() at time zone 'Asia/Shanghai')::date
            order by a.region, a.kind, m.category, a.day
            """;

    private final ServiceTransactions transactions;
    private final RaisePlans plans;
    private final RelayBell relay;

    DuePlans(ServiceTransactions transactions, RaisePlans plans, RelayBell relay) {
        this.transactions = transactions;
        this.plans = plans;
        this.relay = relay;
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> raise() {
        return transactions
                .run(transaction -> due(transaction.sql(), SEASONS)
                        .chain(seasons -> plans.raise(transaction.sql(), seasons))
                        .chain(() -> due(transaction.sql(), WEATHER))
                        .chain(weather -> plans.raise(transaction.sql(), weather)))
                .invoke(relay::ring);
    }

    private static Uni<List<Plan>> due(SqlConnection sql, String query) {
        return sql.query(query).execute().map(rows -> Rows.list(rows).stream()
                .map(row -> new Plan(
                        row.getString("scope"),
                        row.getString("region"),
                        row.getString("category"),
                        row.getOffsetDateTime("begins").toInstant(),
                        row.getOffsetDateTime("ends").toInstant(),
                        row.getString("words")))
                .toList());
    }
}
