package org.chuishao.routing.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.AssignmentEvent.PlaceVerified;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Supplemented;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/** The briefs of tickets, in the reader's transaction: a statement for all tickets of a batch. */
final class Briefs {

    private static final String KEEP = """
            insert into routing_ticket (ticket_id, region, number, kind, secret, title, content, place, position,
                                        received_at)
            select ticket, region, number, kind, secret, title, array[content], place, position, at
            from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid, region text, number text, kind text, secret boolean,
                 title text, content text, place text, position jsonb, at timestamptz)
            on conflict (ticket_id) do nothing
            """;
    private static final String SUPPLEMENT = """
            update routing_ticket t
            set content = t.content || r.content, place = coalesce(r.place, t.place),
                position = coalesce(r.position, t.position)
            from (select ticket, coalesce(array_agg(content order by ord) filter (where content is not null), '{}')
                             as content,
                         (array_agg(place order by ord desc) filter (where place is not null))[1] as place,
                         (array_agg(position order by ord desc) filter (where position is not null))[1] as position
                  from jsonb_to_recordset($1::text::jsonb) as s (ticket uuid, ord int, content text, place text,
                       position jsonb)
                  group by ticket) r
            where t.ticket_id = r.ticket
            """;
    private static final String FOLLOW = """
            update routing_ticket t set region = r.region, secret = r.secret
            from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid, region text, secret boolean)
            where t.ticket_id = r.ticket
            """;
    private static final String LOAD =
            "select ticket_id, title, content, place, position from routing_ticket where ticket_id = any($1)";

    private final SqlConnection sql;

    Briefs(SqlConnection sql) {
        this.sql = sql;
    }

    private record Kept(
            UUID ticket,
            String region,
            @Nullable String number,
            Kind kind,
            boolean secret,
            String title,
            String content,
            @Nullable String place,
            @Nullable Position position,
            Instant at) {}

    private record Supplement(
            UUID ticket,
            int ord,
            @Nullable String content,
            @Nullable String place,
            @Nullable Position position) {}

    private record Moved(UUID ticket, String region, boolean secret) {}

    Uni<Void> keep(List<ReadEvent> events) {
        List<Kept> rows = new ArrayList<>();
        for (ReadEvent read : events) {
            if (read.applied() && read.event().data() instanceof TicketReceived it) {
                rows.add(kept(read, it.number(), it.kind(), it.title(), it.content(), it.place()));
            } else if (read.applied() && read.event().data() instanceof GridReported it) {
                rows.add(kept(read, null, Kind.OTHER, it.title(), it.content(), it.place()));
            }
        }
        return run(KEEP, rows);
    }

    private static Kept kept(
            ReadEvent read, @Nullable String number, Kind kind, Sealed title, Sealed content, Place place) {
        return new Kept(
                read.event().ticket(),
                read.after().region(),
                number,
                kind,
                read.after().secret(),
                title.value(),
                content.value(),
                text(place.text()),
                position(place),
                read.event().at());
    }

    Uni<Void> supplement(List<ReadEvent> events) {
        List<Supplement> rows = new ArrayList<>();
        for (ReadEvent read : events) {
            if (read.applied() && read.event().data() instanceof Supplemented it) {
                rows.add(supplement(read, rows.size(), it.content(), it.place()));
            } else if (read.applied() && read.event().data() instanceof PlaceVerified it) {
                rows.add(supplement(read, rows.size(), it.note(), null));
            }
        }
        return run(SUPPLEMENT, rows);
    }

    private static Supplement supplement(ReadEvent read, int ord, @Nullable Sealed content, @Nullable Place place) {
        return new Supplement(
                read.event().ticket(),
                ord,
                text(content),
                place == null ? null : text(place.text()),
                place == null ? null : position(place));
    }

    /** Where a ticket is decides who sees it. */
    Uni<Void> follow(Collection<TicketNews> tickets) {
        return run(
                FOLLOW,
                tickets.stream()
                        .filter(TicketNews::moved)
                        .map(news -> new Moved(
                                news.ticket(),
                                news.after().region(),
                                news.after().secret()))
                        .toList());
    }

    Uni<Map<UUID, Brief>> load(List<UUID> tickets) {
        if (tickets.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return sql.preparedQuery(LOAD)
                .execute(Tuple.of(tickets.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Brief> briefs = new HashMap<>();
                    for (Row row : rows) {
                        briefs.put(row.getUUID("ticket_id"), brief(row));
                    }
                    return briefs;
                });
    }

    private static Brief brief(Row row) {
        String place = row.getString("place");
        JsonObject position = row.getJsonObject("position");
        return new Brief(
                row.getUUID("ticket_id"),
                new Sealed(row.getString("title")),
                Arrays.stream(row.getArrayOfStrings("content")).map(Sealed::new).toList(),
                place == null ? null : new Sealed(place),
                position == null ? null : position(position));
    }

    private static Position position(JsonObject kept) {
        return new Position(
                kept.getDouble("longitude"), kept.getDouble("latitude"), Crs.valueOf(kept.getString("crs")));
    }

    private static @Nullable Position position(Place place) {
        return place.longitude() == null || place.latitude() == null || place.crs() == null
                ? null
                : new Position(place.longitude(), place.latitude(), place.crs());
    }

    private static @Nullable String text(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.value();
    }

    private Uni<Void> run(String statement, List<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(statement)
                        .execute(Tuple.of(Json.rows(rows)))
                        .replaceWithVoid();
    }
}
