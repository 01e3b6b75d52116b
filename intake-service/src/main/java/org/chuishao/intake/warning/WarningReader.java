package org.chuishao.intake.warning;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.chuishao.mesh.log.CauseInWords;
import org.chuishao.mesh.log.Failures;
import org.chuishao.mesh.log.Halving;
import org.chuishao.mesh.log.RelayBell;
import org.chuishao.mesh.log.ServiceTransactions;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads what is said of warnings, in batches, each of them one transaction. A batch waits for as long as Postgres is away;
 * a record that cannot be read or applied is left out, and the others go on.
 */
@ApplicationScoped
class WarningReader {

    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final ServiceTransactions transactions;
    private final WarningCodec codec;
    private final TakeUpWarnings takeUp;
    private final LeftOutWarnings leftOut;
    private final RelayBell relay;

    WarningReader(
            ServiceTransactions transactions,
            WarningCodec codec,
            TakeUpWarnings takeUp,
            LeftOutWarnings leftOut,
            RelayBell relay) {
        this.transactions = transactions;
        this.codec = codec;
        this.takeUp = takeUp;
        this.leftOut = leftOut;
        this.relay = relay;
    }

    @Incoming("governance-warnings")
    Uni<Void> read(ConsumerRecords<byte[], byte[]> batch) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(batch.count());
        batch.forEach(records::add);
        return new Halving<ConsumerRecord<byte[], byte[]>>(
                        this::inOneTransaction,
                        failure -> Failures.kind(failure) == Failures.OF_THE_RECORD,
                        leftOut::keep)
                .run(records)
                .onFailure()
                .invoke(failure -> Log.warnf("%d warnings wait: %s", records.size(), CauseInWords.of(failure)))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely()
                .invoke(relay::ring);
    }

    private Uni<Void> inOneTransaction(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Confirmed> confirmed =
                records.stream().map(codec::read).flatMap(Optional::stream).toList();
        return confirmed.isEmpty()
                ? Uni.createFrom().voidItem()
                : transactions.run(transaction -> takeUp.all(transaction, confirmed));
    }
}
