package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The events of parked tickets, kept byte for byte as they came, since nobody knows yet what is wrong with them. */
final class ParkedEvents {

    private static final String KEEP = """
            insert into parked_event (ticket_id, kafka_partition, kafka_offset, key, header_names, header_values, value)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing
            """;
    private static final String KEEP_PLACE = """
            insert into parked_event (ticket_id, kafka_partition, kafka_offset, kept)
            values ($1, $2, $3, false) on conflict do nothing
            """;
    private static final String FIRST = """
            select ord, kept, kafka_partition, kafka_offset, key, header_names, header_values, value
            from parked_event where ticket_id = $1 order by ord limit 1
            """;

    private ParkedEvents() {}

    /** @param kept false if only the record's place on the log is known */
    record Waiting(long ord, boolean kept, LogRecord record) {}

    static Uni<Void> keep(SqlConnection sql, List<LogRecord> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> rows = records.stream().map(ParkedEvents::row).toList();
        return sql.preparedQuery(KEEP).executeBatch(rows).replaceWithVoid();
    }

    /** The last resort: whoever looks into it finds the record on the log. */
    static Uni<Void> keepPlace(SqlConnection sql, LogRecord record) {
        return sql.preparedQuery(KEEP_PLACE)
                .execute(Tuple.of(record.ticket(), record.partition(), record.offset()))
                .replaceWithVoid();
    }

    static Uni<Optional<Waiting>> first(SqlConnection sql, UUID ticket) {
        return sql.preparedQuery(FIRST).execute(Tuple.of(ticket)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .findFirst()
                .map(row -> waiting(ticket, row)));
    }

    static Uni<Void> remove(SqlConnection sql, Waiting waiting) {
        return sql.preparedQuery("delete from parked_event where ord = $1")
                .execute(Tuple.of(waiting.ord()))
                .replaceWithVoid();
    }

    private static Tuple row(LogRecord record) {
        Header[] headers = record.headers().toArray();
        Buffer[] names = new Buffer[headers.length];
        @Nullable Buffer[] values = new Buffer[headers.length];
        for (int i = 0; i < headers.length; i++) {
            names[i] = Buffer.buffer(headers[i].key());
            values[i] = buffer(headers[i].value());
        }
        return Tuple.tuple()
                .addUUID(record.ticket())
                .addInteger(record.partition())
                .addLong(record.offset())
                .addValue(buffer(record.key()))
                .addValue(names)
                .addValue(values)
                .addValue(buffer(record.value()));
    }

    private static Waiting waiting(UUID ticket, Row row) {
        LogRecord record = new LogRecord(
                bytes(row.getDelegate().getBuffer("key")),
                ticket,
                row.getInteger("kafka_partition"),
                row.getLong("kafka_offset"),
                headers(row),
                bytes(row.getDelegate().getBuffer("value")));
        return new Waiting(row.getLong("ord"), row.getBoolean("kept"), record);
    }

    private static Headers headers(Row row) {
        Buffer[] names = row.getDelegate().getArrayOfBuffers("header_names");
        @Nullable Buffer[] values = row.getDelegate().getArrayOfBuffers("header_values");
        Headers headers = new RecordHeaders();
        for (int i = 0; i < names.length; i++) {
            headers.add(names[i].toString(), bytes(values[i]));
        }
        return headers;
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable Buffer buffer) {
        return buffer == null ? null : buffer.getBytes();
    }
}
