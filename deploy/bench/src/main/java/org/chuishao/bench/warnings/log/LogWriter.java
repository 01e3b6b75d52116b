package org.chuishao.bench.warnings.log;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.log.EventCodec;
import org.jspecify.annotations.Nullable;

/** Appends events to the log, many at a time, those of a ticket in their order. */
public final class LogWriter implements AutoCloseable {

    private static final int BATCH_BYTES = 128 * 1024;
    private static final int LINGER_MILLIS = 20;

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();
    private long written;

    public LogWriter(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                        ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES,
                        ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public void write(Event event) {
        producer.send(EventCodec.record(event), (taken, failure) -> {
            if (failure != null) {
                refused.compareAndSet(null, failure);
            }
        });
        written++;
    }

    /** Returns when the broker has all of it. @throws IllegalStateException if it did not take something */
    public void flush() {
        producer.flush();
        Exception failure = refused.get();
        if (failure != null) {
            throw new IllegalStateException("the log did not take an event", failure);
        }
    }

    public long written() {
        return written;
    }

    @Override
    public void close() {
        producer.close();
    }
}
