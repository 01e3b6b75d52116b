package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.member.Holder;
import org.chuishao.grid.member.MemberRole;
import org.chuishao.grid.member.Placement;
import org.chuishao.grid.member.PlacementRequest;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.sql.Columns;
import org.chuishao.mesh.sql.Rows;

/** What somebody who has left was asked to look at, another of the grid looks at; where there is none, the desk. */
@ApplicationScoped
class HandOnVerifications {

    private static final int COMMUNITY_DIGITS = 12;

    private static final String LEFT_BEHIND = """
            SELECT v.ticket_id, v.region, (SELECT app_now()) AS now FROM verification v
            WHERE v.waiting AND v.worker IN (SELECT l.worker FROM leavers() l) AND NOT works_at(v.worker, v.region)
            ORDER BY v.ticket_id LIMIT 500 FOR UPDATE SKIP LOCKED
            """;
    private static final String GIVE = """
            UPDATE verification v SET worker = g.worker, region = coalesce(g.grid, v.region)
            FROM unnest($1::uuid[], $2::text[], $3::text[]) g (ticket_id, worker, grid) WHERE v.ticket_id = g.ticket_id
            """;

    private final Placement placement;

    HandOnVerifications(Placement placement) {
        this.placement = placement;
    }

    private record Asked(UUID ticket, String region) {

        static Asked of(Row row) {
            return new Asked(row.getUUID("ticket_id"), row.getString("region"));
        }
    }

    Uni<Void> from(ReaderTransaction transaction) {
        return transaction
                .sql()
                .query(LEFT_BEHIND)
                .execute()
                .map(Rows::list)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : handOn(
                                transaction.at(
                                        rows.get(0).getOffsetDateTime("now").toInstant()),
                                rows.stream().map(Asked::of).toList()));
    }

    private Uni<Void> handOn(ReaderTransaction transaction, List<Asked> asked) {
        return placement
                .resolve(transaction.sql(), requests(transaction, asked))
                .chain(holders -> give(transaction, asked, holders));
    }

    private static List<PlacementRequest> requests(ReaderTransaction transaction, List<Asked> asked) {
        return asked.stream()
                .filter(it -> it.region().length() >= COMMUNITY_DIGITS)
                .map(it -> PlacementRequest.ofRole(
                        it.ticket(), it.region(), MemberRole.FULL_TIME_WORKER, transaction.now(), it.ticket()))
                .toList();
    }

    private static Uni<Void> give(ReaderTransaction transaction, List<Asked> asked, Map<UUID, Holder> holders) {
        Columns<Asked> of = new Columns<>(asked);
        Tuple values = Tuple.of(
                of.ids(Asked::ticket),
                of.texts(it -> holders.containsKey(it.ticket())
                        ? holders.get(it.ticket()).workerId()
                        : null),
                of.texts(it -> holders.containsKey(it.ticket())
                        ? holders.get(it.ticket()).place()
                        : null));
        return transaction.sql().preparedQuery(GIVE).execute(values).replaceWithVoid();
    }
}
