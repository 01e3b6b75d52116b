package org.chuishao.mesh.log;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.jspecify.annotations.Nullable;

/** Writes events as intake would and looks into the database of the service under test (grid's, here). */
final class LogFixture {

    static final String DATABASE = "grid";

    private LogFixture() {}

    static Event received(UUID ticket) {
        Sealed text = new Sealed("k1.AAAA");
        Place place = new Place(null, "210102001001", null, null, null);
        return event(
                ticket,
                0,
                new TicketReceived(
                        "T" + ticket.toString().substring(24),
                        Channel.PHONE,
                        Kind.HELP,
                        text,
                        text,
                        null,
                        "hash",
                        place,
                        null,
                        false,
                        null));
    }

    static Event accepted(UUID ticket) {
        return event(ticket, 1, new TicketAccepted("210102001001"));
    }

    static Event event(UUID ticket, int basedOn, EventData data) {
        return new Event(
                Ids.next(),
                ticket,
                Source.INTAKE,
                Instant.parse("2026-11-23T01:02:03.004Z"),
                1,
                null,
                basedOn,
                new Actor("agent", "a-1", null),
                data);
    }

    static void write(LogProbe log, Event event) {
        var record = record(event);
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        log.write(record.topic(), record.key(), headers, new String(record.value(), StandardCharsets.UTF_8));
    }

    /** As the relay would send it. */
    static ProducerRecord<String, byte[]> record(Event event) {
        return EventCodec.record(
                Outbox.LIFECYCLE, event.ticket().toString(), EventCodec.attributes(event), EventCodec.data(event));
    }

    /** Byte for byte, where text cannot say what is meant. */
    static void write(byte @Nullable [] key, Iterable<Header> headers, byte @Nullable [] value) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Mesh.shared().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Outbox.LIFECYCLE, null, null, key, value, headers));
        }
    }

    /** The first records of a partition, as the consumer would hand them on. */
    static ConsumerRecords<byte[], byte[]> batch(int partition, Event... events) {
        TopicPartition from = new TopicPartition(Outbox.LIFECYCLE, partition);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Event event : events) {
            var sent = record(event);
            ConsumerRecord<byte[], byte[]> found = new ConsumerRecord<>(
                    Outbox.LIFECYCLE,
                    partition,
                    records.size(),
                    sent.key().getBytes(StandardCharsets.UTF_8),
                    sent.value());
            sent.headers().forEach(found.headers()::add);
            records.add(found);
        }
        return new ConsumerRecords<>(Map.of(from, records), Map.of());
    }

    static long count(String sql, Object... parameters) {
        Mesh mesh = Mesh.shared();
        try (Connection connection = DriverManager.getConnection(
                        mesh.jdbcUrl(DATABASE),
                        DATABASE + "_reader",
                        mesh.secrets().password());
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
