package org.chuishao.mesh.reference;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one compacted topic from its beginning, hands each value on, and stays with it. It has no group: every replica
 * reads all of it.
 */
final class CompactedTopic<T> implements Runnable {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final String topic;
    private final ObjectReader json;
    private final BiConsumer<String, @Nullable T> sink;
    private final Runnable atEnd;
    private final String last;
    private final String bootstrapServers;
    private boolean lastSeen;
    private volatile boolean complete;
    private volatile boolean stopping;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    /**
     * @param atEnd what is done once when it has been read to its end
     * @param last key of the record that is written after all others when the topic is filled
     */
    CompactedTopic(
            String topic,
            Class<T> type,
            BiConsumer<String, @Nullable T> sink,
            Runnable atEnd,
            String last,
            String bootstrapServers) {
        this.topic = topic;
        this.json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readerFor(type);
        this.sink = sink;
        this.atEnd = atEnd;
        this.last = last;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * It has been read to its end, the last record of the first filling among it: the topic is filled in many
     * transactions, and whoever comes by meanwhile finds an end after each.
     */
    boolean complete() {
        return complete;
    }

    void stop() {
        stopping = true;
        KafkaConsumer<String, byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
    }

    @Override
    public void run() {
        while (!stopping) {
            try (KafkaConsumer<String, byte[]> reading = new KafkaConsumer<>(settings())) {
                consumer = reading;
                read(reading);
            } catch (WakeupException e) {
                // only stop() wakes it up
            } catch (RuntimeException e) {
                Log.warnf("reference topic %s waits: %s", topic, e.toString());
                pause();
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> reading) {
        List<TopicPartition> partitions = reading.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        reading.assign(partitions);
        reading.seekToBeginning(partitions);
        while (!stopping) {
            for (ConsumerRecord<String, byte[]> record : reading.poll(POLL)) {
                take(record);
            }
            if (!complete && lastSeen && atEnd(reading, reading.endOffsets(partitions))) {
                atEnd.run();
                complete = true;
            }
        }
    }

    private static boolean atEnd(KafkaConsumer<String, byte[]> reading, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(e -> reading.position(e.getKey()) >= e.getValue());
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            sink.accept(record.key(), record.value() == null ? null : json.readValue(record.value()));
        } catch (IOException e) {
            Log.errorf("reference topic %s: record %s at %d is left out: %s", topic, record.key(), record.offset(), e);
        }
        lastSeen |= last.equals(record.key());
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }
}
