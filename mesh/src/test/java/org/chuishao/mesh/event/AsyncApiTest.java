package org.chuishao.mesh.event;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The AsyncAPI document names what is there, all of it, and nothing else. */
class AsyncApiTest {

    private static final JsonNode DOCUMENT = document();
    private static final JsonNode MESSAGES = DOCUMENT.at("/components/messages");
    private static final JsonNode HEADERS = DOCUMENT.at("/components/messageTraits/cloudEvent/headers");

    @Test
    void the_log_carries_every_type_and_no_other() {
        Set<String> types =
                Arrays.stream(EventType.values()).map(EventType::shortName).collect(toSet());
        JsonNode log = DOCUMENT.at("/channels/ticketLifecycle");
        assertThat(log.get("address").asText()).isEqualTo("ticket-lifecycle");
        assertThat(log.at("/bindings/kafka/partitions").asInt()).isEqualTo(48);
        assertThat(names(log.get("messages"))).isEqualTo(types);
        assertThat(names(MESSAGES)).isEqualTo(types);
    }

    @Test
    void every_type_has_one_writer() {
        Set<String> written = new HashSet<>();
        DOCUMENT.get("operations")
                .forEach(operation -> operation.path("messages").forEach(message -> assertThat(
                                written.add(message.get("$ref").asText()))
                        .as("written once: %s", message)
                        .isTrue()));
        assertThat(written)
                .isEqualTo(Arrays.stream(EventType.values())
                        .map(type -> "#/channels/ticketLifecycle/messages/" + type.shortName())
                        .collect(toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void a_message_points_to_its_schema_and_example(EventType type) {
        JsonNode message = MESSAGES.get(type.shortName());
        assertThat(message.get("name").asText()).isEqualTo(type.wireName());
        assertThat(message.get("title").asText()).isNotBlank();
        assertThat(message.get("summary").asText()).isNotBlank();
        assertThat(message.at("/traits/0/$ref").asText()).isEqualTo("#/components/messageTraits/cloudEvent");
        assertThat(Contracts.FOLDER
                        .resolve(message.at("/payload/$ref").asText())
                        .normalize())
                .isEqualTo(Contracts.schema(type));
        assertThat(Contracts.FOLDER.resolve(message.get("x-example").asText()).normalize())
                .isEqualTo(Contracts.example(type));
    }

    @ParameterizedTest
    @EnumSource
    void the_headers_fit_the_example(EventType type) {
        ObjectNode headers = Contracts.json("{}").deepCopy();
        ObjectNode envelope = Contracts.json(Contracts.example(type)).deepCopy();
        headers.put("content-type", envelope.remove("datacontenttype").asText());
        envelope.remove("data");
        envelope.fields()
                .forEachRemaining(attribute -> headers.put(
                        "ce_" + attribute.getKey(), attribute.getValue().asText()));
        assertThat(Contracts.faults(HEADERS, headers)).isEmpty();
        assertThat(names(HEADERS.get("properties"))).containsAll(names(headers));
    }

    @ParameterizedTest
    @CsvSource({
        "regions, region, org.chuishao.mesh.reference.Region",
        "units, unit, org.chuishao.mesh.reference.Unit",
        "rules, calendar, org.chuishao.mesh.clock.PublishedYear",
        "rules, rule, org.chuishao.mesh.clock.PublishedRule"
    })
    void reference_topics_hold_what_the_records_say(String topic, String name, Class<?> record) {
        JsonNode channel = DOCUMENT.get("channels").get(topic);
        JsonNode payload = channel.get("messages").get(name).get("payload");
        Set<String> required = Arrays.stream(record.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .collect(toSet());

        assertThat(channel.get("address").asText()).isEqualTo(topic);
        assertThat(channel.at("/bindings/kafka/topicConfiguration/cleanup.policy/0")
                        .asText())
                .isEqualTo("compact");
        assertThat(names(payload.get("properties")))
                .isEqualTo(Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(toSet()));
        assertThat(StreamSupport.stream(payload.get("required").spliterator(), false)
                        .map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(required);
    }

    private static Set<String> names(JsonNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).collect(toSet());
    }

    private static JsonNode document() {
        try {
            return new YAMLMapper().readTree(Contracts.text(Contracts.FOLDER.resolve("asyncapi.yaml")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
