package org.chuishao.mesh.log;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger.Level;

/**
 * Reads the log in batches. A batch is one transaction; if it fails for what is in it, it is halved until the one record
 * is found, whose ticket is parked. If the database is away, or it is not the records that are wrong, the batch waits, and
 * the log with it.
 */
@ApplicationScoped
class LogReader {

    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final BatchReading reading;
    private final Parking parking;
    private final RelayBell relay;
    private final LogMeters meters;
    private final int mostParked;
    private final Duration pace;

    LogReader(BatchReading reading, Parking parking, RelayBell relay, LogMeters meters, LogConfig config) {
        this.reading = reading;
        this.parking = parking;
        this.relay = relay;
        this.meters = meters;
        this.mostParked = config.parking().most();
        this.pace = config.pace();
    }

    @Incoming("ticket-lifecycle")
    Uni<Void> read(ConsumerRecords<byte[], byte[]> batch) {
        List<LogRecord> records = new ArrayList<>(batch.count());
        batch.forEach(record -> records.add(LogRecord.of(record)));
        meters.batchBegins();
        long began = System.nanoTime();
        // over all tries of the batch: each would park as many again
        AtomicInteger parked = new AtomicInteger();
        return Uni.createFrom()
                .deferred(() -> read(records, parked))
                .onFailure()
                .invoke(failure -> waits(records.size(), failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely()
                .invoke(relay::ring)
                .onTermination()
                .invoke(meters::batchEnds)
                .chain(() -> rest(began));
    }

    /**
     * What comes in while one batch rests is read in the next: many small transactions cost many times what a few larger
     * ones do, and where little comes in nothing waits for it.
     */
    private Uni<Void> rest(long began) {
        Duration left = pace.minusNanos(System.nanoTime() - began);
        return left.toMillis() < 1
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().voidItem().onItem().delayIt().by(left);
    }

    private void waits(int records, Throwable failure) {
        meters.retried();
        Level level = Failures.kind(failure) == Failures.PASSING ? Level.WARN : Level.ERROR;
        Log.logf(level, "the log waits at %d records: %s", records, CauseInWords.of(failure));
    }

    private Uni<Void> read(List<LogRecord> records, AtomicInteger parked) {
        return new Halving<LogRecord>(
                        reading::inOneTransaction,
                        failure -> !Failures.waits(failure),
                        (record, failure) -> park(record, failure, parked))
                .run(records);
    }

    private Uni<Void> park(LogRecord record, Throwable failure, AtomicInteger parked) {
        return parked.get() < mostParked
                ? parking.park(record, failure).invoke(parked::incrementAndGet)
                : Uni.createFrom().failure(notTheRecords(failure));
    }

    private SystemFault notTheRecords(Throwable failure) {
        return new SystemFault("more than chuishao.log.parking.most=" + mostParked
                + " tickets of one batch would be parked, so that it is hardly their records' fault: "
                + CauseInWords.of(failure));
    }
}
