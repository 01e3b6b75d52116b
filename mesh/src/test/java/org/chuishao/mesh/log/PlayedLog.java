package org.chuishao.mesh.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.chuishao.mesh.event.Event;

/**
 * Partitions of the log that stand in no Kafka: a test writes them, and hands them to the service's own reader as a
 * consumer group might that is thrown back, stopped and started again at any time.
 */
public final class PlayedLog {

    /** Beyond those of Kafka, whose positions the service goes on keeping meanwhile. */
    public static final int FIRST = 1000;

    private static final int PARTITIONS = 6;
    private static final int FURTHEST_BACK = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LogReader reader = CDI.current().select(LogReader.class).get();
    private final Random chance;
    private final List<List<Event>> partitions = new ArrayList<>();
    private final int[] next = new int[PARTITIONS];

    public PlayedLog(Random chance) {
        this.chance = chance;
        for (int i = 0; i < PARTITIONS; i++) {
            partitions.add(new ArrayList<>());
        }
    }

    public void append(Event event) {
        partitions.get(Math.floorMod(event.ticket().hashCode(), PARTITIONS)).add(event);
    }

    /** Some of what was not read yet, of some partitions, often behind some of what was. */
    public void deliverSome() {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> batch = new HashMap<>();
        for (int i = 0; i < PARTITIONS; i++) {
            int size = partitions.get(i).size();
            if (size > 0 && chance.nextInt(4) > 0) {
                int from = Math.max(0, next[i] - (chance.nextInt(3) == 0 ? chance.nextInt(FURTHEST_BACK) : 0));
                int to = Math.min(size, next[i] + chance.nextInt(1 + size - next[i]) + 1);
                batch.put(partition(i), records(i, from, to));
                next[i] = Math.max(next[i], to);
            }
        }
        if (!batch.isEmpty()) {
            reader.read(new ConsumerRecords<>(batch, Map.of())).await().atMost(PATIENCE);
        }
    }

    public void deliverAll() {
        while (undelivered()) {
            deliverSome();
        }
    }

    private boolean undelivered() {
        for (int i = 0; i < PARTITIONS; i++) {
            if (next[i] < partitions.get(i).size()) {
                return true;
            }
        }
        return false;
    }

    /** All of it again, to a service that has forgotten that it ever read. */
    public void fromTheStart() {
        Arrays.fill(next, 0);
        deliverAll();
    }

    /** The group comes back at an earlier place, and the service has forgotten how far it had come. */
    public int restart() {
        int any = chance.nextInt(PARTITIONS);
        next[any] = Math.max(0, next[any] - chance.nextInt(FURTHEST_BACK));
        return FIRST + any;
    }

    private List<ConsumerRecord<byte[], byte[]>> records(int partition, int from, int to) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int offset = from; offset < to; offset++) {
            Event event = partitions.get(partition).get(offset);
            var sent = EventCodec.record(event);
            ConsumerRecord<byte[], byte[]> found = new ConsumerRecord<>(
                    Outbox.LIFECYCLE, FIRST + partition, offset, sent.key().getBytes(UTF_8), sent.value());
            sent.headers().forEach(found.headers()::add);
            records.add(found);
        }
        return records;
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(Outbox.LIFECYCLE, FIRST + number);
    }
}
