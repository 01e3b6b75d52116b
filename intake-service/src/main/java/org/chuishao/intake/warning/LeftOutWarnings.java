package org.chuishao.intake.warning;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.chuishao.mesh.log.CauseInWords;
import org.jspecify.annotations.Nullable;

/** Keeps records that cannot be applied, with the cause; {@code chuishao.warnings.left.out} counts them. */
@ApplicationScoped
class LeftOutWarnings {

    private static final String KEEP = """
            insert into left_out_warning (kafka_partition, kafka_offset, cause, key, value) values ($1, $2, $3, $4, $5)
            on conflict (kafka_partition, kafka_offset) do update set cause = excluded.cause, key = excluded.key,
                value = excluded.value, at = excluded.at
            """;

    private final Pool pool;
    private final MeterRegistry meters;

    LeftOutWarnings(@ReactiveDataSource("reader") Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.meters = meters;
    }

    Uni<Void> keep(ConsumerRecord<byte[], byte[]> message, Throwable failure) {
        String cause = failure instanceof UnreadableWarning it ? it.what() : CauseInWords.of(failure);
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(
                        message.partition(), message.offset(), cause, bytes(message.key()), bytes(message.value())))
                .invoke(() -> tell(message, cause))
                .replaceWithVoid();
    }

    private void tell(ConsumerRecord<byte[], byte[]> message, String cause) {
        Log.errorf(
                "what was said of a warning (partition %d, offset %d) is left out: %s",
                message.partition(), message.offset(), cause);
        meters.counter("chuishao.warnings.left.out").increment();
    }

    private static @Nullable Buffer bytes(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }
}
