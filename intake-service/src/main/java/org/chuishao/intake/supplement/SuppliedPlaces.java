package org.chuishao.intake.supplement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.mesh.event.IntakeEvent.Supplemented;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Puts a place that was supplied into the ticket's row; what it does not say stays as it was. The region is the fold's. */
@ApplicationScoped
class SuppliedPlaces implements LogEffect {

    private static final String UPDATE = """
            update ticket set place = coalesce($2, place), longitude = coalesce($3, longitude),
                latitude = coalesce($4, latitude), crs = coalesce($5, crs)
            where id = $1
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Tuple> rows = events.stream()
                .filter(ReadEvent::applied)
                .filter(read -> read.event().data() instanceof Supplemented it && it.place() != null)
                .map(SuppliedPlaces::row)
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.sql().preparedQuery(UPDATE).executeBatch(rows).replaceWithVoid();
    }

    private static Tuple row(ReadEvent read) {
        Tuple row = Tuple.tuple().addUUID(read.event().ticket());
        return read.event().data() instanceof Supplemented it && it.place() != null ? add(row, it.place()) : row;
    }

    private static Tuple add(Tuple row, Place place) {
        return row.addString(place.text() == null ? null : place.text().value())
                .addDouble(place.longitude())
                .addDouble(place.latitude())
                .addString(place.crs() == null ? null : place.crs().name());
    }
}
