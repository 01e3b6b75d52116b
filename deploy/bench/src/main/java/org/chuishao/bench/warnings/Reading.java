package org.chuishao.bench.warnings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.chuishao.bench.Figures;
import org.chuishao.testkit.Topics;

/** How far analytics has read the log, and whether anything is still to come of it. */
final class Reading implements AutoCloseable {

    private static final String GROUP = "analytics";

    private static final long PAUSE_MILLIS = 250;
    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    /** Without a single event read for so long it will not go on. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** From the log to a warning it is two hops of a stream and a transaction each. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final Duration MOST = Duration.ofMinutes(5);

    private final Admin admin;
    private final Desk desk;
    private final Figures figures;

    Reading(String bootstrapServers, Desk desk, Figures figures) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        this.desk = desk;
        this.figures = figures;
    }

    /**
     * Returns when all that stands on the log now has been read.
     *
     * @throws IllegalStateException if analytics stands still before it
     */
    void toTheEnd() throws InterruptedException {
        long end = sum(ends());
        long began = System.nanoTime();
        long told = began;
        long moved = began;
        long read = 0;
        for (long before = -1; read < end; before = read) {
            read = read(GROUP, Topics.TICKETS::equals);
            moved = read == before ? moved : System.nanoTime();
            if (since(moved).compareTo(PATIENCE) > 0) {
                throw new IllegalStateException("analytics stands still at " + read + " of " + end + " events");
            }
            if (since(told).compareTo(TOLD_EVERY) > 0) {
                told = System.nanoTime();
                figures.say(
                        "  read %d of %d events after %d s",
                        read, end, since(began).toSeconds());
            }
            if (read < end) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Returns the warnings when for some seconds none was raised or joined and nobody has read anything, of any topic. */
    List<JsonNode> settled() throws InterruptedException {
        long began = System.nanoTime();
        long told = began;
        long changed = began;
        State last = state();
        while (since(changed).compareTo(QUIET) < 0) {
            if (since(began).compareTo(MOST) > 0) {
                throw new IllegalStateException("warnings still change " + MOST + " after the log was read");
            }
            TimeUnit.SECONDS.sleep(1);
            State now = state();
            if (!now.equals(last)) {
                last = now;
                changed = System.nanoTime();
            }
            if (since(told).compareTo(TOLD_EVERY) > 0) {
                told = System.nanoTime();
                figures.say("  %d warnings", now.warnings().size());
            }
        }
        return last.warnings();
    }

    private record State(List<JsonNode> warnings, long read) {}

    private State state() throws InterruptedException {
        try {
            long read = 0;
            for (ConsumerGroupListing group : admin.listConsumerGroups().all().get()) {
                read += read(group.groupId(), topic -> true);
            }
            return new State(desk.list(), read);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say who reads", e);
        }
    }

    private long read(String group, Predicate<String> topics) throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(offset -> topics.test(offset.getKey().topic()) && offset.getValue() != null)
                    .map(Map.Entry::getValue)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say how far " + group + " is", e);
        }
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, Topics.TICKET_PARTITIONS)
                .mapToObj(number -> new TopicPartition(Topics.TICKETS, number))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say where the log ends", e);
        }
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    @Override
    public void close() {
        admin.close();
    }
}
