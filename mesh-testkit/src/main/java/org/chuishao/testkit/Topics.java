package org.chuishao.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the mesh, as an operator makes them. */
public final class Topics {

    public static final String TICKETS = "ticket-lifecycle";
    public static final String REGIONS = "regions";
    public static final String UNITS = "units";
    public static final String RULES = "rules";
    public static final String CATEGORIES = "categories";
    public static final String WARNINGS = "governance-warnings";

    /** What analytics says to itself: under what complaints stand, and what is hot. */
    private static final List<String> OF_WARNINGS = List.of("signals", "findings");

    /** A ticket's key must always lead to the same partition, so this number is fixed for good. */
    public static final int TICKET_PARTITIONS = 48;

    /** Enough for several replicas of the stream that counts windows, and each costs a task and its store. */
    private static final int WARNING_PARTITIONS = 6;

    private static final String FORTY_DAYS = String.valueOf(Duration.ofDays(40).toMillis());

    private static final short ONE_REPLICA = 1;

    private Topics() {}

    /** Makes those that are missing and leaves the others alone. */
    public static void create(String bootstrapServers) {
        Chatter.hush();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get();
            admin.createTopics(all().stream()
                            .filter(topic -> !present.contains(topic.name()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka at " + bootstrapServers + " refused the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making the topics", e);
        }
    }

    private static List<NewTopic> all() {
        List<NewTopic> all = new ArrayList<>();
        all.add(kept(TICKETS, TICKET_PARTITIONS, "-1"));
        all.add(compacted(REGIONS));
        all.add(compacted(UNITS));
        all.add(compacted(RULES));
        all.add(compacted(CATEGORIES));
        all.add(kept(WARNINGS, WARNING_PARTITIONS, "-1"));
        OF_WARNINGS.forEach(name -> all.add(kept(name, WARNING_PARTITIONS, FORTY_DAYS)));
        return all;
    }

    private static NewTopic kept(String name, int partitions, String millis) {
        return new NewTopic(name, partitions, ONE_REPLICA)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        millis,
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        "-1",
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE));
    }

    private static NewTopic compacted(String name) {
        return new NewTopic(name, 1, ONE_REPLICA)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }
}
