package org.chuishao.mesh.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.log.EventCodec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Record, schema and golden example of each event say the same. The schemas are made from the records: after a change
 * run {@code ./mvnw -pl mesh test -Dtest=ContractsTest -Dcontracts.write=true}, and look at the difference as a reader
 * of the old one would. The examples are written by hand.
 */
class ContractsTest {

    @BeforeAll
    static void rewrite_the_schemas_if_asked_to() throws IOException {
        if (Boolean.getBoolean("contracts.write")) {
            for (EventType type : EventType.values()) {
                Files.writeString(Contracts.schema(type), ContractSchemas.text(ContractSchemas.of(type)));
            }
        }
    }

    @Test
    void every_type_has_both_files_and_there_are_no_others() {
        Set<String> expected = new HashSet<>(Set.of("asyncapi.yaml"));
        for (EventType type : EventType.values()) {
            expected.add(Contracts.schema(type).getFileName().toString());
            expected.add(Contracts.example(type).getFileName().toString());
        }
        assertThat(Contracts.files()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void the_schema_is_what_the_record_says(EventType type) {
        assertThat(Contracts.text(Contracts.schema(type))).isEqualTo(ContractSchemas.text(ContractSchemas.of(type)));
    }

    @ParameterizedTest
    @EnumSource
    void the_example_fits_the_schema(EventType type) {
        assertThat(Contracts.faults(Contracts.json(Contracts.schema(type)), data(type)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_example_is_what_the_record_reads_and_writes(EventType type) {
        EventData read = EventJson.read(type, data(type).toString());
        assertThat(read).isInstanceOf(type.data());
        assertThat(Contracts.json(EventJson.write(read))).isEqualTo(data(type));
    }

    @ParameterizedTest
    @EnumSource
    void the_envelope_of_the_example_is_what_the_producer_writes(EventType type) {
        ObjectNode envelope = Contracts.json(Contracts.example(type)).deepCopy();
        assertThat(envelope.remove("specversion").asText()).isEqualTo("1.0");
        assertThat(envelope.remove("datacontenttype").asText()).isEqualTo("application/json");
        assertThat(envelope.get("type").asText()).isEqualTo(type.wireName());
        JsonNode data = envelope.remove("data");

        JsonNode written =
                Contracts.json(EventCodec.attributesJson(event(envelope, EventJson.read(type, data.toString()))));
        written.fields().forEachRemaining(attribute -> assertThat(
                        envelope.path(attribute.getKey()).asText())
                .as(attribute.getKey())
                .isEqualTo(attribute.getValue().asText()));
        assertThat(envelope).hasSameSizeAs(written);
    }

    @ParameterizedTest
    @EnumSource
    void a_field_that_a_reader_does_not_know_is_skipped(EventType type) {
        ObjectNode data = data(type);
        EventData known = EventJson.read(type, data.toString());
        data.put("addedLater", "by a newer version").putObject("alsoLater").put("deep", 1);
        assertThat(EventJson.read(type, data.toString())).isEqualTo(known);
        assertThat(Contracts.faults(Contracts.json(Contracts.schema(type)), data))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void reader_and_schema_agree_on_what_must_be_there(EventType type) {
        JsonNode schema = Contracts.json(Contracts.schema(type));
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").fieldNames().forEachRemaining(name -> {
            ObjectNode without = data(type).without(name);
            ObjectNode withNull = data(type);
            withNull.putNull(name);
            if (required.contains(name)) {
                assertThat(Contracts.faults(schema, without)).isNotEmpty();
                assertThatThrownBy(() -> EventJson.read(type, without.toString()))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(name);
                assertThatThrownBy(() -> EventJson.read(type, withNull.toString()))
                        .isInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(Contracts.faults(schema, without)).isEmpty();
                assertThatCode(() -> EventJson.read(type, without.toString())).doesNotThrowAnyException();
            }
        });
    }

    private static ObjectNode data(EventType type) {
        return Contracts.json(Contracts.example(type)).get("data").deepCopy();
    }

    private static Event event(JsonNode envelope, EventData data) {
        String assignment = envelope.path("assignment").asText(null);
        return new Event(
                UUID.fromString(envelope.get("id").asText()),
                UUID.fromString(envelope.get("subject").asText()),
                Source.ofUri(envelope.get("source").asText()),
                Instant.parse(envelope.get("time").asText()),
                envelope.get("round").intValue(),
                assignment == null ? null : UUID.fromString(assignment),
                envelope.get("basedon").intValue(),
                new Actor(
                        envelope.get("actorrole").asText(),
                        envelope.get("actorid").asText(),
                        envelope.path("actorunit").asText(null)),
                data);
    }
}
