package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.SecrecyChanged;
import org.chuishao.mesh.event.IntakeEvent.Supplemented;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.jspecify.annotations.Nullable;

/** Keeps what the units are shown of a matter: as received, with what was added. Who called is left on the log. */
@ApplicationScoped
class TicketReceivedReader implements LogEffect {

    private static final String KEEP = """
            INSERT INTO ticket_brief (ticket_id, kind, channel, secret, title, content, desired, place, region,
                                      longitude, latitude, crs, happened_at)
            SELECT * FROM json_to_recordset($1::text::json) AS b (
                ticket_id uuid, kind text, channel text, secret boolean, title text, content text, desired text,
                place text, region text, longitude float8, latitude float8, crs text, happened_at timestamptz)
            ON CONFLICT DO NOTHING
            """;
    private static final String SUPPLEMENT = """
            UPDATE ticket_brief SET supplements = supplements || array_remove(ARRAY[$2], NULL),
                place = coalesce($3, place), region = coalesce($4, region),
                longitude = CASE WHEN $5::float8 IS NULL THEN longitude ELSE $5 END,
                latitude = CASE WHEN $5 IS NULL THEN latitude ELSE $6 END,
                crs = CASE WHEN $5 IS NULL THEN crs ELSE $7 END
            WHERE ticket_id = $1
            """;
    private static final String SECRECY = "UPDATE ticket_brief SET secret = $2 WHERE ticket_id = $1";

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        JsonArray received = new JsonArray();
        Uni<Void> later = Uni.createFrom().voidItem();
        for (ReadEvent read : events) {
            UUID ticket = read.event().ticket();
            if (!read.applied()) {
                continue;
            }
            if (read.event().data() instanceof TicketReceived it) {
                received.add(row(ticket, it));
            } else if (read.event().data() instanceof GridReported it) {
                received.add(found(ticket, it));
            } else if (read.event().data() instanceof Supplemented it) {
                later = later.chain(() -> change(transaction, SUPPLEMENT, supplement(ticket, it)));
            } else if (read.event().data() instanceof SecrecyChanged it) {
                later = later.chain(() -> change(transaction, SECRECY, Tuple.of(ticket, it.secret())));
            }
        }
        Uni<Void> rare = later;
        return received.isEmpty()
                ? rare
                : change(transaction, KEEP, Tuple.of(received.encode())).chain(() -> rare);
    }

    private static Uni<Void> change(ReaderTransaction transaction, String sql, Tuple values) {
        return transaction.sql().preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private static JsonObject row(UUID ticket, TicketReceived it) {
        return row(ticket, it.kind(), it.channel(), it.place())
                .put("secret", it.secret())
                .put("title", it.title().value())
                .put("content", it.content().value())
                .put("desired", text(it.desired()))
                .put(
                        "happened_at",
                        it.happenedAt() == null ? null : it.happenedAt().toString());
    }

    /** On patrol. */
    private static JsonObject found(UUID ticket, GridReported it) {
        return row(ticket, Kind.OTHER, Channel.GRID, it.place())
                .put("secret", false)
                .put("title", it.title().value())
                .put("content", it.content().value());
    }

    private static JsonObject row(UUID ticket, Kind kind, Channel channel, Place place) {
        return new JsonObject()
                .put("ticket_id", ticket.toString())
                .put("kind", kind.name())
                .put("channel", channel.name())
                .put("place", text(place.text()))
                .put("region", place.region())
                .put("longitude", place.longitude())
                .put("latitude", place.latitude())
                .put("crs", place.crs() == null ? null : place.crs().name());
    }

    private static Tuple supplement(UUID ticket, Supplemented it) {
        Place place = it.place();
        Tuple values = Tuple.of(ticket, text(it.content()));
        if (place == null) {
            return values.addString(null)
                    .addString(null)
                    .addDouble(null)
                    .addDouble(null)
                    .addString(null);
        }
        return values.addString(text(place.text()))
                .addString(place.region())
                .addDouble(place.longitude())
                .addDouble(place.latitude())
                .addString(place.crs() == null ? null : place.crs().name());
    }

    private static @Nullable String text(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.value();
    }
}
