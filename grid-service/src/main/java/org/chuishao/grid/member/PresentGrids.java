package org.chuishao.grid.member;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.location.Successors;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.location.Position;

/** Puts the present code in place of one whose grid was split or merged; of a split, by the position of the ticket. */
@ApplicationScoped
class PresentGrids {

    private static final String POSITIONS = """
            SELECT ticket_id, longitude, latitude, crs FROM ticket_brief
            WHERE ticket_id = ANY ($1) AND longitude IS NOT NULL AND latitude IS NOT NULL AND crs IS NOT NULL
            """;

    private final Successors successors;

    PresentGrids(Successors successors) {
        this.successors = successors;
    }

    Uni<List<PlacementRequest>> of(SqlConnection sql, List<PlacementRequest> requests) {
        UUID[] old = requests.stream()
                .filter(request -> successors.has(request.region(), request.at()))
                .map(PlacementRequest::seed)
                .toArray(UUID[]::new);
        return old.length == 0
                ? Uni.createFrom().item(requests)
                : positions(sql, old).map(known -> requests.stream()
                        .map(request -> present(request, known))
                        .toList());
    }

    private PlacementRequest present(PlacementRequest request, Map<UUID, Position> known) {
        String region = successors.of(request.region(), known.get(request.seed()), request.at());
        return request.in(region);
    }

    private static Uni<Map<UUID, Position>> positions(SqlConnection sql, UUID[] tickets) {
        return sql.preparedQuery(POSITIONS).execute(Tuple.of(tickets)).map(rows -> {
            Map<UUID, Position> positions = new HashMap<>();
            for (Row row : rows) {
                Crs crs = Crs.valueOf(row.getString("crs"));
                positions.put(
                        row.getUUID("ticket_id"),
                        new Position(row.getDouble("longitude"), row.getDouble("latitude"), crs));
            }
            return positions;
        });
    }
}
