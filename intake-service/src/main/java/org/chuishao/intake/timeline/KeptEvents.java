package org.chuishao.intake.timeline;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.log.EventCodec;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Keeps every event of every ticket as it was read, those that came too late included: the ticket's timeline. */
@ApplicationScoped
class KeptEvents implements LogEffect {

    private static final String INSERT = """
            insert into ticket_event (event_id, ticket_id, type, at, state, round, assignment,
                actor_role, actor_id, actor_unit, late, why, data)
            select e.event_id, e.ticket_id, e.type, e.at, e.state, e.round, e.assignment,
                e.actor_role, e.actor_id, e.actor_unit, e.late, e.why, e.data::json
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::int[], $7::uuid[],
                    $8::text[], $9::text[], $10::text[], $11::boolean[], $12::text[], $13::text[]) with ordinality
                as e (event_id, ticket_id, type, at, state, round, assignment,
                    actor_role, actor_id, actor_unit, late, why, data, ord)
            order by e.ord on conflict (event_id) do nothing
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> read) {
        List<Event> events = read.stream().map(ReadEvent::event).toList();
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(column(events, Event::id, UUID[]::new))
                .addArrayOfUUID(column(events, Event::ticket, UUID[]::new))
                .addArrayOfString(column(events, event -> event.type().shortName(), String[]::new))
                .addArrayOfOffsetDateTime(
                        column(events, event -> event.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addArrayOfString(column(read, it -> it.after().state().name(), String[]::new))
                .addArrayOfInteger(column(events, Event::round, Integer[]::new))
                .addArrayOfUUID(events.stream().map(Event::assignment).toArray(UUID[]::new))
                .addArrayOfString(column(events, event -> event.actor().role(), String[]::new))
                .addArrayOfString(column(events, event -> event.actor().id(), String[]::new))
                .addArrayOfString(
                        events.stream().map(event -> event.actor().unit()).toArray(String[]::new))
                .addArrayOfBoolean(column(read, it -> !it.applied(), Boolean[]::new))
                .addArrayOfString(read.stream().map(ReadEvent::why).toArray(String[]::new))
                .addArrayOfString(column(events, EventCodec::data, String[]::new));
        return transaction.sql().preparedQuery(INSERT).execute(rows).replaceWithVoid();
    }

    private static <S, T> T[] column(List<S> rows, Function<S, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
