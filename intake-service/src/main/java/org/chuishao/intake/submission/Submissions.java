package org.chuishao.intake.submission;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chuishao.intake.IntakeConfig;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.log.EventCodec;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.LogConfig;
import org.chuishao.mesh.log.Outbox;
import org.chuishao.mesh.sql.Columns;
import org.jspecify.annotations.Nullable;

/**
 * Writes submissions in one statement that commits by itself: idempotency key, ticket, events and audit of each stand or
 * fall together, with one round trip and one flush to disk for all that came in at the same time (see {@link Gathering}).
 * The throughput of the whole mesh rests on it staying one.
 */
@ApplicationScoped
class Submissions {

    private static final int CREATED = 201;

    /** Keys in their order, so that two statements with the same keys wait for each other rather than deadlock. */
    private static final String INSERT = """
            with given as (
                select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[],
                    $8::text[], $9::text[], $10::text[], $11::text[], $12::boolean[], $13::text[], $14::text[],
                    $15::text[], $16::text[], $17::text[], $18::float8[], $19::float8[], $20::text[], $21::text[],
                    $22::text[], $23::text[], $24::timestamptz[], $25::text[], $26::timestamptz[], $27::text[], $28::text[])
                with ordinality as g (client, path, key, body_hash, location, reply, id, number, state, channel, kind,
                    secret, region, title, content, desired, place, longitude, latitude, crs, caller, caller_hash,
                    phone_call, happened_at, source_number, received_at, actor, role, ord)
            ), taken as (
                insert into idempotency (client, path, key, body_hash, status, location, reply)
                select client, path, key, decode(body_hash, 'hex'), 201, location, reply from given order by client, path, key, ord
                on conflict do nothing returning location
            ), accepted as materialized (
                select g.* from given g join taken using (location)
            ), ticket as (
                insert into ticket (id, number, state, channel, kind, secret, region, title, content, desired, place,
                    longitude, latitude, crs, caller, caller_hash, phone_call, happened_at, source_number,
                    received_at, received_by)
                select id, number, state, channel, kind, secret, region, title, content, desired, place,
                    longitude, latitude, crs, caller, caller_hash, phone_call, happened_at, source_number,
                    received_at, actor
                from accepted
            ), events as (
                insert into outbox (event_id, ticket_id, shard, topic, key, attributes, data)
                select e.id, e.ticket, e.shard, 'ticket-lifecycle', e.ticket::text, e.attributes::json, e.data
                from unnest($29::uuid[], $30::uuid[], $31::smallint[], $32::text[], $33::text[])
                    with ordinality as e (id, ticket, shard, attributes, data, ord)
                join accepted a on a.id = e.ticket
                order by e.ord
            ), audited as (
                insert into audit (role, actor, action, ticket_id)
                select role, actor, 'ticket.received', id from accepted order by ord
            )
            select id from accepted
            """;

    private static final String KNOWN = "select body_hash, status, location, reply from known_call($1, $2, $3)";

    private final Pool insert;
    private final Pool requests;
    private final LogConfig config;
    private final Gathering gathering;

    Submissions(@ReactiveDataSource("insert") Pool insert, Pool requests, LogConfig config, IntakeConfig intake) {
        this.insert = insert;
        this.requests = requests;
        this.config = config;
        this.gathering = new Gathering(
                intake.gathering().statements(), intake.gathering().most(), this::write);
    }

    /** Writes it, unless this call was written before: then the first one's reply is given again. */
    Uni<Reply> add(Submission submission) {
        return gathering
                .add(submission)
                .chain(added -> added ? Uni.createFrom().item(reply(submission)) : known(submission.call()));
    }

    /** @return those that were not known yet and are written */
    private Uni<Set<UUID>> write(List<Submission> batch) {
        return insert.preparedQuery(INSERT).execute(tuple(batch)).map(rows -> {
            Set<UUID> written = new HashSet<>();
            rows.forEach(row -> written.add(row.getUUID(0)));
            return written;
        });
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

    private Tuple tuple(List<Submission> batch) {
        Columns<Submission> of = new Columns<>(batch);
        Tuple tuple = Tuple.tuple()
                .addArrayOfString(of.texts(s -> s.call().client()))
                .addArrayOfString(of.texts(s -> s.call().path()))
                .addArrayOfString(of.texts(s -> s.call().key()))
                .addArrayOfString(
                        of.texts(s -> HexFormat.of().formatHex(s.call().bodyHash())))
                .addArrayOfString(of.texts(s -> s.receipt().path()))
                .addArrayOfString(of.texts(Submission::reply))
                .addArrayOfUUID(of.ids(Submission::ticket))
                .addArrayOfString(of.texts(s -> s.received().number()))
                .addArrayOfString(of.texts(s -> s.receipt().state().name()))
                .addArrayOfString(of.texts(s -> s.received().channel().name()))
                .addArrayOfString(of.texts(s -> s.received().kind().name()))
                .addArrayOfBoolean(of.column(s -> s.received().secret(), Boolean[]::new))
                .addArrayOfString(of.texts(Submission::region))
                .addArrayOfString(of.texts(s -> s.received().title().value()))
                .addArrayOfString(of.texts(s -> s.received().content().value()))
                .addArrayOfString(of.texts(s -> text(s.received().desired())))
                .addArrayOfString(of.texts(s -> text(s.received().place().text())))
                .addArrayOfDouble(of.column(s -> s.received().place().longitude(), Double[]::new))
                .addArrayOfDouble(of.column(s -> s.received().place().latitude(), Double[]::new))
                .addArrayOfString(of.texts(s -> name(s.received().place().crs())))
                .addArrayOfString(of.texts(Submission::caller))
                .addArrayOfString(of.texts(s -> s.received().callerHash()))
                .addArrayOfString(of.texts(Submission::phoneCall))
                .addArrayOfOffsetDateTime(of.times(s -> s.received().happenedAt()))
                .addArrayOfString(of.texts(s -> s.received().sourceNumber()))
                .addArrayOfOffsetDateTime(of.times(Submission::at))
                .addArrayOfString(of.texts(s -> actor(s).id()))
                .addArrayOfString(of.texts(s -> actor(s).role()));
        Columns<Event> event =
                new Columns<>(batch.stream().flatMap(s -> s.events().stream()).toList());
        return tuple.addArrayOfUUID(event.ids(Event::id))
                .addArrayOfUUID(event.ids(Event::ticket))
                .addArrayOfShort(event.column(
                        e -> Outbox.shard(e.ticket(), config.relay().shards()), Short[]::new))
                .addArrayOfString(event.texts(EventCodec::attributesJson))
                .addArrayOfString(event.texts(EventCodec::data));
    }

    private static Actor actor(Submission submission) {
        return submission.events().get(0).actor();
    }

    private static @Nullable String text(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.value();
    }

    private static @Nullable String name(@Nullable Crs crs) {
        return crs == null ? null : crs.name();
    }
}
