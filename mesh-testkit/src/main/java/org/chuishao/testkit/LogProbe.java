package org.chuishao.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A test's own hand on the log: writes a record as another service would and reads what stands there. */
public final class LogProbe implements AutoCloseable {

    private final String bootstrapServers;
    private final KafkaProducer<String, @Nullable String> producer;

    public LogProbe(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    /** A record as it stands on a topic; headers in their order, a null value is a tombstone. */
    public record Found(
            int partition,
            long offset,
            @Nullable String key,
            Map<String, String> headers,
            @Nullable String value) {}

    /** Appends a record and returns when the broker has it. */
    public void write(String topic, String key, Map<String, String> headers, @Nullable String value) {
        ProducerRecord<String, @Nullable String> sent = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> sent.headers().add(name, text.getBytes(UTF_8)));
        send(sent);
    }

    /** Appends a record as a service would send it. */
    public void write(ProducerRecord<String, byte[]> made) {
        send(new ProducerRecord<>(
                made.topic(), made.partition(), made.key(), new String(made.value(), UTF_8), made.headers()));
    }

    private void send(ProducerRecord<String, @Nullable String> sent) {
        try {
            producer.send(sent).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the record was not taken", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** All committed records of a topic at this moment, in order within each partition. */
    public List<Found> read(String topic) {
        try (KafkaConsumer<String, @Nullable String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Found> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(next -> found.add(found(next)));
            }
            return found;
        }
    }

    /** The committed records of one key of a topic, in order. */
    public List<Found> read(String topic, String key) {
        return read(topic).stream().filter(found -> key.equals(found.key())).toList();
    }

    @Override
    public void close() {
        producer.close();
    }

    private static Found found(ConsumerRecord<String, @Nullable String> next) {
        Map<String, String> headers = new LinkedHashMap<>();
        next.headers()
                .forEach(header ->
                        headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8)));
        return new Found(next.partition(), next.offset(), next.key(), headers, next.value());
    }
}
