package org.chuishao.analytics.warning.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.chuishao.mesh.log.Failures;
import org.chuishao.mesh.log.Halving;
import org.chuishao.mesh.log.RelayBell;
import org.chuishao.mesh.log.ServiceTransactions;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads what the stream has found, in batches; a batch waits for as long as Postgres is away. A finding that cannot be taken
 * in, though it is there, is set aside, and the others go on.
 */
@ApplicationScoped
class FindingReader {

    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final ServiceTransactions transactions;
    private final Remember remember;
    private final Halving<Finding> halving;
    private final RelayBell relay;
    private final ObjectMapper json;

    FindingReader(
            ServiceTransactions transactions,
            Remember remember,
            ParkedFindings parked,
            RelayBell relay,
            ObjectMapper json) {
        this.transactions = transactions;
        this.remember = remember;
        this.halving =
                new Halving<>(this::take, failure -> Failures.kind(failure) == Failures.OF_THE_RECORD, parked::park);
        this.relay = relay;
        this.json = json;
    }

    @Incoming("findings")
    Uni<Void> read(ConsumerRecords<String, String> batch) {
        List<Finding> findings = new ArrayList<>(batch.count());
        batch.forEach(record -> parse(record.value(), findings));
        return Uni.createFrom()
                .deferred(() -> halving.run(findings))
                .onFailure()
                .invoke(failure -> Log.warnf("%d findings wait: %s", findings.size(), failure.toString()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely()
                .invoke(relay::ring);
    }

    private Uni<Void> take(List<Finding> findings) {
        return transactions.run(transaction -> remember.remember(transaction, findings));
    }

    /** Only this service writes findings: one that cannot be read is of a version that is gone. */
    private void parse(String text, List<Finding> findings) {
        try {
            findings.add(json.readValue(text, Finding.class));
        } catch (JsonProcessingException e) {
            Log.errorf("a finding was left out, which cannot be read: %s", e.getOriginalMessage());
        }
    }
}
