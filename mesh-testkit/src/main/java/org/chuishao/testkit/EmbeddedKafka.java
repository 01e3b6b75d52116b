package org.chuishao.testkit;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** One real broker that is its own controller, in this JVM, with the topics of the mesh. It keeps its folder's data. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final Runnable afterwards;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers, Runnable afterwards) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.afterwards = afterwards;
    }

    /** A broker on free ports whose data is deleted when it closes. */
    public static EmbeddedKafka temporary() {
        Path data = Folders.temporary("chuishao-kafka");
        return start(data, 0, 0, () -> Folders.delete(data));
    }

    /** A broker with this data folder; port 0 takes a free one. Returns when the topics are there. */
    public static EmbeddedKafka start(Path data, int port, int controllerPort) {
        return start(data, port, controllerPort, () -> {});
    }

    private static EmbeddedKafka start(Path data, int port, int controllerPort, Runnable afterwards) {
        String broker = "127.0.0.1:" + Ports.orFree(port);
        String controller = "127.0.0.1:" + Ports.orFree(controllerPort);
        Chatter.hush();
        format(data);
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(settings(data, broker, controller), false), Time.SYSTEM);
        server.startup();
        Topics.create(broker);
        return new EmbeddedKafka(server, broker, afterwards);
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Returns when the broker has stopped, whoever stopped it. */
    public void awaitStop() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        afterwards.run();
    }

    private static void format(Path data) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(data);
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("cannot format " + data + " for Kafka", e);
        }
    }

    private static Map<String, String> settings(Path data, String broker, String controller) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("log.dirs", data.toString());
        settings.put("listeners", "PLAINTEXT://" + broker + "," + CONTROLLER + "://" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://" + broker);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", NODE + "@" + controller);
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // A few partitions are plenty for one broker, and fewer logs are sooner checked after a kill.
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("log.index.size.max.bytes", "1048576");
        // A mesh that stood still over a holiday goes on where it was.
        settings.put("offsets.retention.minutes", "527040");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A broker that was killed may register again only when the old registration has run out.
        settings.put("broker.session.timeout.ms", "4000");
        settings.put("broker.heartbeat.interval.ms", "1000");
        return settings;
    }
}
