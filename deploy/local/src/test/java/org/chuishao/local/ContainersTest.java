package org.chuishao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.chuishao.local.replay.Outcome;
import org.chuishao.local.replay.Plan;
import org.chuishao.local.replay.Run;
import org.chuishao.local.replay.message.Casting;
import org.chuishao.local.replay.message.Communities;
import org.chuishao.local.replay.message.Message;
import org.chuishao.local.replay.message.MessageFile;
import org.chuishao.testkit.Bootstrap;
import org.chuishao.testkit.Secrets;
import org.chuishao.testkit.Topics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The packaged services against Kafka and Postgres as production has them: other processes, in containers. */
@Tag("containers")
class ContainersTest {

    private static final DockerImageName POSTGRES =
            Engine.image("chuishao.images.postgres", "chuishao/postgres:local", "postgres");
    private static final DockerImageName KAFKA =
            Engine.image("chuishao.images.kafka", "chuishao/kafka:local", "apache/kafka");
    private static final int TICKETS = 5;

    @TempDir
    Path folder;

    @Test
    void ticketsGoTheWholeWay() throws Exception {
        Engine.require(POSTGRES, KAFKA);
        DataFolder data = new DataFolder(folder.resolve("data"));
        data.open();
        // The container's own command turns fsync off.
        try (PostgreSQLContainer postgres =
                        new PostgreSQLContainer(POSTGRES).withCommand("postgres", "-c", "max_connections=400");
                KafkaContainer kafka = new KafkaContainer(KAFKA)) {
            postgres.start();
            kafka.start();
            prepare(postgres, kafka, data);
            Outcome outcome = run(data, addresses(postgres, kafka));
            assertThat(outcome.held()).isTrue();
            assertThat(outcome.closed()).isEqualTo(TICKETS);
            assertThat(outcome.figuresEqual()).isTrue();
        }
    }

    private static void prepare(PostgreSQLContainer postgres, KafkaContainer kafka, DataFolder data) throws Exception {
        try (Connection superuser =
                DriverManager.getConnection(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword())) {
            Bootstrap.run(superuser, Secrets.in(data.keys()).password());
        }
        Topics.create(kafka.getBootstrapServers());
    }

    private record Where(PortPlan ports, Addresses addresses) {}

    private static Where addresses(PostgreSQLContainer postgres, KafkaContainer kafka) {
        PortPlan ports = PortPlan.anywhere(1);
        return new Where(
                ports,
                Addresses.of(
                        ports,
                        kafka.getBootstrapServers(),
                        postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)));
    }

    private static Outcome run(DataFolder data, Where where) throws Exception {
        Path project = Path.of("../..").toAbsolutePath().normalize();
        Supervisor supervisor = new Supervisor(data, System.out::println);
        try {
            supervisor.start(new Parts(data, where.ports(), where.addresses(), project).services());
            where.addresses().write(data);
            List<Message> messages = MessageFile.read(project.resolve("deploy/local/sample/messages.tsv"))
                    .subList(0, TICKETS);
            Plan plan = new Plan(
                    "containers",
                    messages,
                    new Casting(1, Communities.ofLiaoning()),
                    0,
                    true,
                    List.of(),
                    Duration.ofMinutes(2));
            return new Run(data, plan, System.out, false).perform();
        } finally {
            supervisor.stop();
        }
    }
}
