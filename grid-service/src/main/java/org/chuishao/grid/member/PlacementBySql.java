package org.chuishao.grid.member;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** One index range over the memberships for each request. */
@ApplicationScoped
class PlacementBySql implements Placement {

    /**
     * First whoever holds the role, then a backup in it, then the grid chief. The chief stands in for the full-time
     * worker only: a fitter's duty is not handed down to the community. Of several holders the draw is by the seed.
     */
    private static final String HOLDERS = """
            SELECT r.key, h.grid, h.worker, h.role, h.backup, h.unit, h.holders, r.role <> h.role AS stands_in,
                   length(r.region) = 15 AND h.grid <> r.region AS ended
            FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::uuid[])
                 AS r (key, region, role, at, seed)
            CROSS JOIN LATERAL (
                SELECT CASE WHEN length(r.region) = 12 OR EXISTS (
                           SELECT FROM region g WHERE g.code = r.region AND (g.valid_to IS NULL OR r.at < g.valid_to))
                       THEN r.region ELSE left(r.region, 12) END COLLATE "C" AS code
                WHERE length(r.region) >= 12
            ) a
            CROSS JOIN LATERAL (
                SELECT m.grid, m.worker, m.role, m.backup, w.unit,
                       count(*) FILTER (WHERE m.role = r.role AND NOT m.backup) OVER () AS holders
                FROM membership m JOIN worker w ON w.id = m.worker
                WHERE m.grid >= a.code AND m.grid < a.code || ':'
                  AND (m.role = r.role OR (r.role = 'FULL_TIME_WORKER' AND m.role = 'GRID_CHIEF'))
                  AND m.valid_from <= r.at AND (m.valid_to IS NULL OR r.at < m.valid_to)
                ORDER BY m.role <> r.role, m.backup, md5(r.seed::text || m.grid || m.worker)
                LIMIT 1
            ) h
            """;

    private final PresentGrids present;

    PlacementBySql(PresentGrids present) {
        this.present = present;
    }

    @Override
    public Uni<Map<UUID, Holder>> resolve(SqlConnection sql, List<PlacementRequest> requests) {
        return requests.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : present.of(sql, requests)
                        .chain(inForce -> holders(sql, inForce).map(holders -> told(holders, requests, inForce)));
    }

    private static Map<UUID, Holder> told(
            Map<UUID, Holder> holders, List<PlacementRequest> asked, List<PlacementRequest> inForce) {
        for (int i = 0; i < asked.size(); i++) {
            if (!asked.get(i).region().equals(inForce.get(i).region())) {
                holders.computeIfPresent(asked.get(i).key(), (key, holder) -> holder.succeeding());
            }
        }
        return holders;
    }

    private static Uni<Map<UUID, Holder>> holders(SqlConnection sql, List<PlacementRequest> requests) {
        return sql.preparedQuery(HOLDERS)
                .execute(Tuple.of(
                        column(requests, PlacementRequest::key).toArray(UUID[]::new),
                        column(requests, PlacementRequest::region).toArray(String[]::new),
                        column(requests, r -> r.role().name()).toArray(String[]::new),
                        column(requests, r -> r.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
                        column(requests, PlacementRequest::seed).toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Holder> holders = new HashMap<>();
                    rows.forEach(row -> holders.put(row.getUUID("key"), holder(row)));
                    return holders;
                });
    }

    private static <T> List<T> column(List<PlacementRequest> requests, Function<PlacementRequest, T> value) {
        return requests.stream().map(value).toList();
    }

    private static Holder holder(Row row) {
        MemberRole role = MemberRole.valueOf(row.getString("role"));
        return new Holder(
                row.getString("grid"), row.getString("worker"), role, row.getString("unit"), reason(row, role));
    }

    private static String reason(Row row, MemberRole role) {
        long holders = row.getLong("holders");
        String where = row.getBoolean("ended") ? "the grid has ended or is unknown, its community is asked; " : "";
        if (row.getBoolean("stands_in")) {
            return where + "nobody holds the role, the " + role.title() + " stands in";
        }
        String choice = holders > 1 ? "drawn by the ticket's id among " + holders + " holders" : "the holder";
        return where + (row.getBoolean("backup") ? "the role is vacant, the backup holds it" : choice);
    }
}
