package org.chuishao.grid.member;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.sql.Columns;
import org.jspecify.annotations.Nullable;

/** One index range over the memberships for each request, and what decides among equals only where there are several. */
@ApplicationScoped
class PlacementBySql implements Placement {

    /**
     * The chief stands in for the full-time worker only: a fitter's duty is not handed down to the community, and nobody of
     * another unit stands in for him.
     */
    private static final String CANDIDATES = """
            SELECT DISTINCT r.key, p.place AS grid, m.worker, m.role, w.unit, coalesce(m.role = r.role, true) AS asked, m.backup,
                   absent(m.worker, r.at) AS absent, s.worker AS stand_in, s.unit AS stand_in_unit,
                   length(r.region) = 15 AND p.place <> r.region AS ended,
                   md5(r.seed::text || p.place || m.worker) AS draw
            FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::uuid[], $6::text[])
                 AS r (key, region, role, at, seed, unit)
            CROSS JOIN LATERAL (
                SELECT CASE WHEN length(r.region) = 12 OR EXISTS (
                           SELECT FROM region g WHERE g.code = r.region AND (g.valid_to IS NULL OR r.at < g.valid_to))
                       THEN r.region ELSE left(r.region, 12) END COLLATE "C" AS code
                WHERE length(r.region) >= 12
            ) a
            LEFT JOIN unit u ON u.id = r.unit
            JOIN membership m ON m.grid >= a.code AND m.grid < a.code || ':'
                AND (m.role = r.role OR (r.role = 'FULL_TIME_WORKER' AND m.role = 'GRID_CHIEF')
                    OR (m.line = u.line AND m.role NOT IN ('GRID_CHIEF', 'VOLUNTEER')))
                AND m.valid_from <= r.at AND (m.valid_to IS NULL OR r.at < m.valid_to)
            CROSS JOIN LATERAL (SELECT CASE WHEN r.unit IS NULL THEN m.grid ELSE a.code END AS place) p
            JOIN worker w ON w.id = m.worker AND (r.unit IS NULL OR w.unit = r.unit) AND (w.valid_to IS NULL OR r.at < w.valid_to)
            LEFT JOIN LATERAL (
                SELECT i.id AS worker, i.unit FROM absence b JOIN worker i ON i.id = b.stand_in
                WHERE b.worker = m.worker AND b.from_at <= r.at AND r.at < b.to_at AND NOT absent(i.id, r.at)
                    AND (i.valid_to IS NULL OR r.at < i.valid_to) AND (r.unit IS NULL OR i.unit = r.unit)
                ORDER BY b.to_at DESC LIMIT 1
            ) s ON true
            """;

    /** How many open assignments somebody has, and who had which of the tickets before. */
    private static final String LOADS = """
            SELECT worker, count(*) AS open, NULL::uuid AS ticket FROM assignment
            WHERE worker = ANY ($1) AND is_open GROUP BY worker
            UNION ALL
            SELECT DISTINCT worker, 0, ticket_id FROM assignment WHERE ticket_id = ANY ($2) AND worker = ANY ($1)
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
        Columns<PlacementRequest> of = new Columns<>(requests);
        return sql.preparedQuery(CANDIDATES)
                .execute(Tuple.of(
                        of.ids(PlacementRequest::key),
                        of.texts(PlacementRequest::region),
                        of.texts(PlacementBySql::role),
                        of.times(PlacementRequest::at),
                        of.ids(PlacementRequest::seed),
                        of.texts(PlacementRequest::unit)))
                .map(PlacementBySql::byRequest)
                .chain(candidates -> choose(sql, requests, candidates));
    }

    private static @Nullable String role(PlacementRequest request) {
        MemberRole role = request.role();
        return role == null ? null : role.name();
    }

    private static Uni<Map<UUID, Holder>> choose(
            SqlConnection sql, List<PlacementRequest> requests, Map<UUID, List<Candidate>> candidates) {
        Set<String> alike = new HashSet<>();
        Set<UUID> tickets = new HashSet<>();
        for (PlacementRequest request : requests) {
            List<Candidate> several = Choice.alike(candidates.getOrDefault(request.key(), List.of()));
            if (several.size() > 1) {
                several.forEach(it -> alike.add(it.who()));
                tickets.add(request.seed());
            }
        }
        return alike.isEmpty()
                ? Uni.createFrom().item(() -> holders(requests, candidates, Map.of(), Map.of()))
                : sql.preparedQuery(LOADS)
                        .execute(Tuple.of(alike.toArray(String[]::new), tickets.toArray(UUID[]::new)))
                        .map(rows -> {
                            Map<String, Long> load = new HashMap<>();
                            Map<UUID, Set<String>> known = new HashMap<>();
                            for (Row row : rows) {
                                UUID ticket = row.getUUID("ticket");
                                if (ticket == null) {
                                    load.put(row.getString("worker"), row.getLong("open"));
                                } else {
                                    known.computeIfAbsent(ticket, it -> new HashSet<>())
                                            .add(row.getString("worker"));
                                }
                            }
                            return holders(requests, candidates, load, known);
                        });
    }

    private static Map<UUID, Holder> holders(
            List<PlacementRequest> requests,
            Map<UUID, List<Candidate>> candidates,
            Map<String, Long> load,
            Map<UUID, Set<String>> known) {
        Choice choice = new Choice(load);
        Map<UUID, Holder> holders = new HashMap<>();
        for (PlacementRequest it : requests) {
            choice.of(candidates.getOrDefault(it.key(), List.of()), known.getOrDefault(it.seed(), Set.of()))
                    .ifPresent(holder -> holders.put(it.key(), holder));
        }
        return holders;
    }

    private static Map<UUID, List<Candidate>> byRequest(RowSet<Row> rows) {
        Map<UUID, List<Candidate>> candidates = new HashMap<>();
        for (Row row : rows) {
            candidates
                    .computeIfAbsent(row.getUUID("key"), key -> new ArrayList<>())
                    .add(candidate(row));
        }
        return candidates;
    }

    private static Candidate candidate(Row row) {
        return new Candidate(
                row.getString("grid"),
                row.getString("worker"),
                MemberRole.valueOf(row.getString("role")),
                row.getString("unit"),
                row.getBoolean("asked"),
                row.getBoolean("backup"),
                row.getBoolean("absent"),
                row.getString("stand_in"),
                row.getString("stand_in_unit"),
                row.getBoolean("ended"),
                row.getString("draw"));
    }
}
