package org.chuishao.mesh.log;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.v1.CloudEventV1;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventJson;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.Source;
import org.jspecify.annotations.Nullable;

/** Between our events and CloudEvents 1.0: as attributes and JSON in the outbox, in Kafka's binary mode on the log. */
public final class EventCodec {

    private static final String ROUND = "round";
    private static final String ASSIGNMENT = "assignment";
    private static final String BASED_ON = "basedon";
    private static final String ACTOR_ROLE = "actorrole";
    private static final String ACTOR_ID = "actorid";
    private static final String ACTOR_UNIT = "actorunit";

    private EventCodec() {}

    /** The attributes of the envelope, by their CloudEvents names. */
    static Map<String, String> attributes(Event event) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(CloudEventV1.ID, event.id().toString());
        attributes.put(CloudEventV1.TYPE, event.type().wireName());
        attributes.put(CloudEventV1.SOURCE, event.source().uri());
        attributes.put(CloudEventV1.SUBJECT, event.ticket().toString());
        attributes.put(CloudEventV1.TIME, event.at().toString());
        attributes.put(ROUND, Integer.toString(event.round()));
        attributes.put(BASED_ON, Integer.toString(event.basedOn()));
        attributes.put(ACTOR_ROLE, event.actor().role());
        attributes.put(ACTOR_ID, event.actor().id());
        if (event.actor().unit() != null) {
            attributes.put(ACTOR_UNIT, event.actor().unit());
        }
        if (event.assignment() != null) {
            attributes.put(ASSIGNMENT, event.assignment().toString());
        }
        return attributes;
    }

    /** The same as JSON, as the outbox keeps them. */
    public static String attributesJson(Event event) {
        return StateJson.write(attributes(event));
    }

    public static String data(Event event) {
        return EventJson.write(event.data());
    }

    /** What stands on the log for an event, for whoever writes one without a service. */
    public static ProducerRecord<String, byte[]> record(Event event) {
        return record(Outbox.LIFECYCLE, event.ticket().toString(), attributes(event), data(event));
    }

    /** What goes to Kafka for one outbox row; reference data has no attributes and goes as plain JSON. */
    static ProducerRecord<String, byte[]> record(
            String topic, String key, Map<String, String> attributes, @Nullable String data) {
        byte[] value = data == null ? null : data.getBytes(StandardCharsets.UTF_8);
        if (attributes.isEmpty()) {
            return new ProducerRecord<>(topic, key, value);
        }
        CloudEventBuilder builder = CloudEventBuilder.v1().withDataContentType("application/json");
        attributes.forEach((name, text) -> set(builder, name, text));
        if (value != null) {
            builder.withData(value);
        }
        return KafkaMessageFactory.createWriter(topic, key).writeBinary(builder.build());
    }

    private static void set(CloudEventBuilder builder, String name, String value) {
        switch (name) {
            case CloudEventV1.TIME -> builder.withTime(OffsetDateTime.parse(value));
            case ROUND, BASED_ON -> builder.withExtension(name, Integer.parseInt(value));
            case CloudEventV1.ID, CloudEventV1.TYPE, CloudEventV1.SOURCE, CloudEventV1.SUBJECT ->
                builder.withContextAttribute(name, value);
            default -> builder.withExtension(name, value);
        }
    }

    /**
     * Reads what stands on the log.
     *
     * @throws UnreadableEvent if it is no CloudEvent, of a type not known here, or its data are not of that type
     */
    static Event read(Headers headers, byte @Nullable [] value) {
        CloudEvent wire;
        try {
            wire = KafkaMessageFactory.createReader(headers, value).toEvent();
        } catch (RuntimeException e) {
            throw new UnreadableEvent("not a CloudEvent: " + e.getMessage(), e);
        }
        return event(wire);
    }

    /** Reads an outbox row back. */
    static Event read(Map<String, String> attributes, String data) {
        var record = record("", "", attributes, data);
        return read(record.headers(), record.value());
    }

    private static Event event(CloudEvent wire) {
        EventType type = EventType.ofWire(wire.getType())
                .orElseThrow(() -> new UnreadableEvent("unknown event type " + wire.getType(), null));
        if (wire.getData() == null || wire.getSubject() == null || wire.getTime() == null) {
            throw new UnreadableEvent(wire.getType() + " lacks data, subject or time", null);
        }
        try {
            String assignment = text(wire, ASSIGNMENT);
            return new Event(
                    UUID.fromString(wire.getId()),
                    UUID.fromString(wire.getSubject()),
                    Source.ofUri(wire.getSource().toString()),
                    Instant.from(wire.getTime()),
                    Integer.parseInt(required(wire, ROUND)),
                    assignment == null ? null : UUID.fromString(assignment),
                    Integer.parseInt(required(wire, BASED_ON)),
                    new Actor(required(wire, ACTOR_ROLE), required(wire, ACTOR_ID), text(wire, ACTOR_UNIT)),
                    EventJson.read(type, new String(wire.getData().toBytes(), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent(wire.getType() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable String text(CloudEvent wire, String extension) {
        Object value = wire.getExtension(extension);
        return value == null ? null : value.toString();
    }

    private static String required(CloudEvent wire, String extension) {
        String value = text(wire, extension);
        if (value == null) {
            throw new UnreadableEvent(wire.getType() + " lacks " + extension, null);
        }
        return value;
    }
}
