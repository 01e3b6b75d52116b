package org.chuishao.intake.submission;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.log.EventCodec;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.LogConfig;
import org.chuishao.mesh.log.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Writes a submission in one statement that commits by itself: idempotency key, ticket, events and audit stand or fall
 * together with one round trip and one flush to disk. The throughput of the whole mesh rests on it staying one.
 */
@ApplicationScoped
class Submissions {

    private static final int CREATED = 201;
    private static final String INSERT = """
            with key as (
                insert into idempotency (client, path, key, body_hash, status, location, reply)
                values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1
            ), ticket as (
                insert into ticket (id, number, state, channel, kind, secret, region, title, content, desired, place,
                    longitude, latitude, crs, caller, caller_hash, phone_call, happened_at, source_number,
                    received_at, received_by)
                select $8::uuid, $9, $10, $11, $12, $13::boolean, $14, $15, $16, $17, $18,
                    $19::float8, $20::float8, $21, $22, $23, $24, $25::timestamptz, $26,
                    $27::timestamptz, $28
                from key
            ), events as (
                insert into outbox (event_id, ticket_id, shard, topic, key, attributes, data)
                select e.id, $8, $29::smallint, 'ticket-lifecycle', $8::uuid::text, e.attributes::jsonb, e.data
                from key, unnest($30::uuid[], $31::text[], $32::text[]) with ordinality as e (id, attributes, data, ord)
                order by e.ord
            ), audited as (
                insert into audit (role, actor, action, ticket_id) select $33, $28, 'ticket.received', $8 from key
            )
            select count(*) from key
            """;
    private static final String KNOWN = "select body_hash, status, location, reply from known_call($1, $2, $3)";

    private final Pool insert;
    private final Pool requests;
    private final LogConfig config;

    Submissions(@ReactiveDataSource("insert") Pool insert, Pool requests, LogConfig config) {
        this.insert = insert;
        this.requests = requests;
        this.config = config;
    }

    /** Writes it, unless this call was written before: then the first one's reply is given again. */
    Uni<Reply> add(Submission submission) {
        return insert.preparedQuery(INSERT)
                .execute(tuple(submission))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(added -> added > 0 ? Uni.createFrom().item(reply(submission)) : known(submission.call()));
    }

    /** A second statement, since only a new snapshot sees what another connection has just written under the key. */
    private Uni<Reply> known(IdempotentCall call) {
        return requests.preparedQuery(KNOWN)
                .execute(Tuple.of(call.client(), call.path(), call.key()))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return Idempotency.reply(
                            call,
                            row.getBuffer("body_hash").getBytes(),
                            row.getShort("status"),
                            row.getString("location"),
                            row.getString("reply"));
                });
    }

    private static Reply reply(Submission submission) {
        return new Reply(CREATED, submission.receipt().path(), submission.reply());
    }

    private Tuple tuple(Submission submission) {
        IdempotentCall call = submission.call();
        TicketReceived ticket = submission.received();
        Place place = ticket.place();
        List<Event> events = submission.events();
        Actor actor = events.get(0).actor();
        Tuple tuple = Tuple.tuple()
                .addString(call.client())
                .addString(call.path())
                .addString(call.key())
                .addBuffer(Buffer.buffer(call.bodyHash()))
                .addShort((short) CREATED)
                .addString(submission.receipt().path())
                .addString(submission.reply())
                .addUUID(submission.ticket())
                .addString(ticket.number())
                .addString(submission.receipt().state().name())
                .addString(ticket.channel().name())
                .addString(ticket.kind().name())
                .addBoolean(ticket.secret())
                .addString(submission.region())
                .addString(ticket.title().value())
                .addString(ticket.content().value())
                .addString(text(ticket.desired()))
                .addString(text(place.text()))
                .addDouble(place.longitude())
                .addDouble(place.latitude())
                .addString(place.crs() == null ? null : place.crs().name())
                .addString(submission.caller())
                .addString(ticket.callerHash())
                .addString(submission.phoneCall())
                .addOffsetDateTime(time(ticket.happenedAt()))
                .addString(ticket.sourceNumber())
                .addOffsetDateTime(time(submission.at()))
                .addString(actor.id());
        return tuple.addShort(Outbox.shard(submission.ticket(), config.relay().shards()))
                .addArrayOfUUID(events.stream().map(Event::id).toArray(UUID[]::new))
                .addArrayOfString(
                        events.stream().map(EventCodec::attributesJson).toArray(String[]::new))
                .addArrayOfString(events.stream().map(EventCodec::data).toArray(String[]::new))
                .addString(actor.role());
    }

    private static @Nullable String text(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.value();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
