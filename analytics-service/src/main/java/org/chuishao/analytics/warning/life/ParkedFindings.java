package org.chuishao.analytics.warning.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.mesh.log.InTurn;
import org.chuishao.mesh.log.RelayBell;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.sql.Rows;

/** Findings that could not be taken in, whatever the database says of them: set aside, loudly, and tried again now and then. */
@ApplicationScoped
class ParkedFindings {

    private static final String PARK = """
            insert into parked_finding (finding, cause) values ($1::text::json, left($2, 1000))
            """;
    private static final String SOME = "select id, finding::text as finding from parked_finding order by id limit 100";
    private static final String GONE = "delete from parked_finding where id = $1";

    private final Pool pool;
    private final ServiceTransactions transactions;
    private final Remember remember;
    private final RelayBell relay;
    private final ObjectMapper json;
    private final Counter parked;

    ParkedFindings(
            @ReactiveDataSource("reader") Pool pool,
            ServiceTransactions transactions,
            Remember remember,
            RelayBell relay,
            ObjectMapper json,
            MeterRegistry meters) {
        this.pool = pool;
        this.transactions = transactions;
        this.remember = remember;
        this.relay = relay;
        this.json = json;
        parked = meters.counter("chuishao.findings.parked");
    }

    Uni<Void> park(Finding finding, Throwable cause) {
        Log.errorf("a finding of %s is set aside: %s", finding.rule(), cause.toString());
        parked.increment();
        return pool.preparedQuery(PARK)
                .execute(Tuple.of(written(finding), cause.toString()))
                .replaceWithVoid();
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tryAgain() {
        return pool.query(SOME)
                .execute()
                .map(Rows::list)
                .chain(rows -> InTurn.each(rows, this::tryAgain))
                .invoke(relay::ring);
    }

    private Uni<Void> tryAgain(Row row) {
        return transactions
                .run(transaction -> remember.remember(transaction, List.of(parsed(row.getString("finding"))))
                        .chain(() -> transaction.sql().preparedQuery(GONE).execute(Tuple.of(row.getLong("id"))))
                        .replaceWithVoid())
                .onFailure()
                .invoke(failure -> Log.warnf("a finding stays aside: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private String written(Finding finding) {
        try {
            return json.writeValueAsString(finding);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a finding cannot be written", e);
        }
    }

    private Finding parsed(String text) {
        try {
            return json.readValue(text, Finding.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a finding cannot be read", e);
        }
    }
}
