package org.chuishao.mesh.log;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Which log this is: Kafka's own id of the topic, which one that was deleted and made anew does not keep. */
@ApplicationScoped
class TopicId {

    /** Shorter than Postgres leaves a transaction alone that waits for the answer. */
    private static final int PATIENCE_MILLIS = 10_000;

    private final Map<String, Object> settings;

    TopicId(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    }

    /** Asked each time, since it is needed seldom and must not be yesterday's. */
    Uni<String> ask() {
        return Uni.createFrom().item(this::describe).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private String describe() {
        try (Admin admin = Admin.create(settings)) {
            return admin.describeTopics(List.of(Outbox.LIFECYCLE))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw new KafkaException("the topic's id is not to be had", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
