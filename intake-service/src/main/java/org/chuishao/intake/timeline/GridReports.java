package org.chuishao.intake.timeline;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.intake.number.TicketNumbers;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Makes the rows of tickets that a grid worker found on patrol: they have no caller, and get their number here. */
@ApplicationScoped
class GridReports {

    private static final String INSERT = """
            insert into ticket (id, number, state, channel, kind, region, title, content, place, longitude, latitude, crs,
                received_at, received_by)
            values ($1, $2, $3, 'GRID', 'OTHER', $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing
            """;

    private final TicketNumbers numbers;

    GridReports(TicketNumbers numbers) {
        this.numbers = numbers;
    }

    Uni<Void> add(ReaderTransaction transaction, List<ReadEvent> events) {
        Uni<List<Tuple>> rows = Uni.createFrom().item(new ArrayList<>());
        for (ReadEvent read : events) {
            if (read.applied() && read.event().data() instanceof GridReported found) {
                rows = rows.chain(some -> numbers.next()
                        .invoke(number -> some.add(row(read, found, number)))
                        .replaceWith(some));
            }
        }
        return rows.chain(some -> some.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.sql().preparedQuery(INSERT).executeBatch(some).replaceWithVoid());
    }

    private static Tuple row(ReadEvent read, GridReported found, String number) {
        Event event = read.event();
        Place place = found.place();
        return Tuple.tuple()
                .addUUID(event.ticket())
                .addString(number)
                .addString(read.after().state().name())
                .addString(read.after().region())
                .addString(found.title().value())
                .addString(found.content().value())
                .addString(place.text() == null ? null : place.text().value())
                .addDouble(place.longitude())
                .addDouble(place.latitude())
                .addString(place.crs() == null ? null : place.crs().name())
                .addOffsetDateTime(event.at().atOffset(ZoneOffset.UTC))
                .addString(event.actor().id());
    }
}
