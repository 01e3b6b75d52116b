package org.chuishao.grid.member;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Resolves a role in a grid at a time to the person who holds it; a dispatch never names a person. */
public interface Placement {

    /**
     * All in one statement. Requests that nobody answers are not in the map.
     *
     * @param sql a connection of the log's reader, or one whose scope is set
     */
    Uni<Map<UUID, Holder>> resolve(SqlConnection sql, List<PlacementRequest> requests);

    default Uni<Optional<Holder>> resolve(SqlConnection sql, PlacementRequest request) {
        return resolve(sql, List.of(request)).map(holders -> Optional.ofNullable(holders.get(request.key())));
    }
}
