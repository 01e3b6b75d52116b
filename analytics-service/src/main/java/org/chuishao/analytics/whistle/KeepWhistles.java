package org.chuishao.analytics.whistle;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.analytics.whistle.Heard.Blown;
import org.chuishao.analytics.whistle.Heard.Step;
import org.chuishao.analytics.whistle.Heard.Turn;
import org.chuishao.analytics.word.Hidden;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Keeps the whistles up with the log. What is known once stays, so that what comes again changes nothing. */
@ApplicationScoped
class KeepWhistles implements LogEffect {

    private static final String BLOWN = """
            insert into whistle_fact (whistle, ticket_id, number, kind, region, units, blown_at)
            select whistle, ticket_id, number, kind, region, units, blown_at
            from json_populate_recordset(null::whistle_fact, $1::text::json) on conflict do nothing
            """;
    private static final String CALLED = """
            insert into whistle_department_fact (whistle, department)
            select whistle, department from json_populate_recordset(null::whistle_department_fact, $1::text::json)
            on conflict do nothing
            """;
    private static final String CONFIRMED = """
            update whistle_fact w set confirmed_at = coalesce(w.confirmed_at, t.at)
            from unnest($1::uuid[], $2::timestamptz[]) as t (whistle, at) where w.whistle = t.whistle
            """;
    private static final String OVER = """
            update whistle_fact w set ended_at = coalesce(w.ended_at, t.at)
            from unnest($1::uuid[], $2::timestamptz[]) as t (whistle, at) where w.whistle = t.whistle
            """;

    /** Only of whistles that were heard: of one from before there was this table nothing is known. */
    private static final String STEPS = """
            insert into whistle_department_fact as d (whistle, department, signed_at, arrived_at, released_at)
            select s.whistle, s.department, min(s.at) filter (where s.kind = 'SIGNED'),
                min(s.at) filter (where s.kind = 'ARRIVED'), min(s.at) filter (where s.kind = 'RELEASED')
            from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[]) as s (whistle, department, at, kind)
            join whistle_fact w on w.whistle = s.whistle group by 1, 2
            on conflict (whistle, department) do update set signed_at = coalesce(d.signed_at, excluded.signed_at),
                arrived_at = coalesce(d.arrived_at, excluded.arrived_at),
                released_at = coalesce(d.released_at, excluded.released_at)
            """;

    /** A whistle that is still open ends with its ticket, without a word on the log. */
    private static final String ARCHIVED =
            "update whistle_fact set ended_at = $2 where ticket_id = any($1) and ended_at is null";

    private static final String HUSHED = "update whistle_fact set number = null where ticket_id = any($1)";

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Heard heard = Heard.in(events);
        SqlConnection sql = transaction.sql();
        return blown(sql, heard.blown())
                .chain(() -> turns(sql, CONFIRMED, heard.turns().stream().filter(turn -> !turn.over())))
                .chain(() -> turns(sql, OVER, heard.turns().stream().filter(Turn::over)))
                .chain(() -> steps(sql, heard.steps()))
                .chain(() -> archived(sql, heard.archived(), transaction.now()))
                .chain(() -> hushed(sql, Hidden.turned(events)));
    }

    private static Uni<Void> blown(SqlConnection sql, List<Blown> blown) {
        if (blown.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray whistles = new JsonArray();
        JsonArray called = new JsonArray();
        for (Blown it : blown) {
            whistles.add(row(it));
            it.departments()
                    .forEach(department -> called.add(new JsonObject()
                            .put("whistle", it.whistle().toString())
                            .put("department", department)));
        }
        return sql.preparedQuery(BLOWN)
                .execute(Tuple.of(whistles.encode()))
                .chain(() -> sql.preparedQuery(CALLED).execute(Tuple.of(called.encode())))
                .replaceWithVoid();
    }

    private static JsonObject row(Blown it) {
        return new JsonObject()
                .put("whistle", it.whistle().toString())
                .put("ticket_id", it.ticket().toString())
                .put("number", it.number())
                .put("kind", it.kind())
                .put("region", it.region())
                .put("units", new JsonArray(it.units()))
                .put("blown_at", it.at().toString());
    }

    private static Uni<Void> turns(SqlConnection sql, String statement, Stream<Turn> some) {
        List<Turn> turns = some.toList();
        return turns.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(statement)
                        .execute(Tuple.tuple()
                                .addArrayOfUUID(
                                        turns.stream().map(Turn::whistle).toArray(UUID[]::new))
                                .addArrayOfOffsetDateTime(times(turns.stream().map(Turn::at))))
                        .replaceWithVoid();
    }

    private static Uni<Void> steps(SqlConnection sql, List<Step> all) {
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(STEPS)
                        .execute(Tuple.tuple()
                                .addArrayOfUUID(all.stream().map(Step::whistle).toArray(UUID[]::new))
                                .addArrayOfString(
                                        all.stream().map(Step::department).toArray(String[]::new))
                                .addArrayOfOffsetDateTime(times(all.stream().map(Step::at)))
                                .addArrayOfString(
                                        all.stream().map(it -> it.kind().name()).toArray(String[]::new)))
                        .replaceWithVoid();
    }

    /** Also for the departments that were called, who do not see the ticket itself. */
    private static Uni<Void> hushed(SqlConnection sql, List<UUID> tickets) {
        return tickets.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(HUSHED)
                        .execute(Tuple.of((Object) tickets.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    private static Uni<Void> archived(SqlConnection sql, List<UUID> tickets, Instant now) {
        return tickets.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(ARCHIVED)
                        .execute(Tuple.of(tickets.toArray(UUID[]::new), now.atOffset(ZoneOffset.UTC)))
                        .replaceWithVoid();
    }

    private static OffsetDateTime[] times(Stream<Instant> instants) {
        return instants.map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }
}
