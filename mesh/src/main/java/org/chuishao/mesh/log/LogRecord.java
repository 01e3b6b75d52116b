package org.chuishao.mesh.log;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.chuishao.mesh.event.Event;
import org.jspecify.annotations.Nullable;

/** One record of the log before anybody has made sense of it. */
record LogRecord(
        byte @Nullable [] key, UUID ticket, int partition, long offset, Headers headers, byte @Nullable [] value) {

    static LogRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new LogRecord(
                record.key(),
                ticket(record.key()),
                record.partition(),
                record.offset(),
                record.headers(),
                record.value());
    }

    /** A key that is no ticket's id still needs a place to be parked at, always the same. */
    private static UUID ticket(byte @Nullable [] key) {
        byte[] name = key == null ? new byte[0] : key;
        try {
            return UUID.fromString(new String(name, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(name);
        }
    }

    /** Partition and offset, as the tools print them. */
    String place() {
        return partition + "/" + offset;
    }

    /** The event's id, where the record names one, whether the rest can be read or not. */
    Optional<UUID> eventId() {
        Header id = headers.lastHeader("ce_id");
        try {
            return id == null || id.value() == null
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(new String(id.value(), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @throws UnreadableEvent if it makes no sense here, or speaks of another ticket than its key */
    Event event() {
        Event event = EventCodec.read(headers, value);
        if (!event.ticket().equals(ticket)) {
            throw new UnreadableEvent("the event's subject is not the record's key", null);
        }
        return event;
    }
}
