package org.chuishao.mesh.log;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads the log in batches. A batch is one transaction; if it fails for what is in it, it is halved until the one record
 * is found, whose ticket is parked. If the database is away the batch waits, and the log with it.
 */
@ApplicationScoped
class LogReader {

    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final BatchReading reading;
    private final Parking parking;
    private final RelayBell relay;

    LogReader(BatchReading reading, Parking parking, RelayBell relay) {
        this.reading = reading;
        this.parking = parking;
        this.relay = relay;
    }

    @Incoming("ticket-lifecycle")
    Uni<Void> read(ConsumerRecords<byte[], byte[]> batch) {
        List<LogRecord> records = new ArrayList<>(batch.count());
        batch.forEach(record -> records.add(LogRecord.of(record)));
        return read(records)
                .onFailure()
                .invoke(failure ->
                        Log.warnf("the log waits at %d records: %s", records.size(), CauseInWords.of(failure)))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely()
                .invoke(relay::ring);
    }

    private Uni<Void> read(List<LogRecord> records) {
        return reading.inOneTransaction(records)
                .onFailure(failure -> !Failures.waits(failure))
                .recoverWithUni(failure -> narrow(records, failure));
    }

    private Uni<Void> narrow(List<LogRecord> records, Throwable failure) {
        if (records.size() == 1) {
            return parking.park(records.get(0), failure);
        }
        int half = records.size() / 2;
        return read(records.subList(0, half)).chain(() -> read(records.subList(half, records.size())));
    }
}
