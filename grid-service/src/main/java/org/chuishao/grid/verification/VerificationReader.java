package org.chuishao.grid.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.member.Holder;
import org.chuishao.grid.member.MemberRole;
import org.chuishao.grid.member.Placement;
import org.chuishao.grid.member.PlacementRequest;
import org.chuishao.grid.unit.Territory;
import org.chuishao.mesh.event.AssignmentEvent.PlaceVerified;
import org.chuishao.mesh.event.DispatchEvent.VerificationRequested;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Gives what a dispatcher wants looked at to the worker of the grid, and takes it back when the ticket has gone on. */
@ApplicationScoped
class VerificationReader implements LogEffect {

    private static final int COUNTY_DIGITS = 6;
    private static final int COMMUNITY_DIGITS = 12;

    private static final String ASK = """
            INSERT INTO verification (ticket_id, number, region, unit, worker, question, asked_at)
            SELECT ticket_id, number, region, unit, worker, question, asked_at
            FROM json_to_recordset($1::text::json) AS v (
                ticket_id uuid, number text, region text, unit text, worker text, question text, asked_at timestamptz)
            ON CONFLICT (ticket_id) DO UPDATE SET
                region = excluded.region, unit = excluded.unit, worker = excluded.worker,
                question = excluded.question, asked_at = excluded.asked_at, waiting = true
            """;
    private static final String FOLLOW = """
            UPDATE verification v SET waiting = m.waiting
            FROM json_to_recordset($1::text::json) AS m (ticket_id uuid, waiting boolean)
            WHERE v.ticket_id = m.ticket_id
            """;

    private final Placement placement;

    VerificationReader(Placement placement) {
        this.placement = placement;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Map<UUID, ReadEvent> asked = new LinkedHashMap<>();
        Map<UUID, Boolean> waiting = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            UUID ticket = read.event().ticket();
            if (read.applied() && read.event().data() instanceof VerificationRequested) {
                asked.put(ticket, read);
            }
            if (moves(read)) {
                waiting.put(ticket, read.after().state() == State.VERIFYING);
            }
        }
        return ask(transaction, List.copyOf(asked.values())).chain(() -> follow(transaction, waiting));
    }

    /** An own answer that came too late leaves it where the log has it. */
    private static boolean moves(ReadEvent read) {
        boolean before = read.before().state() == State.VERIFYING;
        boolean after = read.after().state() == State.VERIFYING;
        return before != after || (!read.applied() && read.event().data() instanceof PlaceVerified);
    }

    private Uni<Void> ask(ReaderTransaction transaction, List<ReadEvent> asked) {
        if (asked.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<PlacementRequest> requests = asked.stream()
                .filter(read -> region(read).length() >= COMMUNITY_DIGITS)
                .map(read -> PlacementRequest.ofRole(
                        read.event().id(),
                        region(read),
                        MemberRole.FULL_TIME_WORKER,
                        transaction.now(),
                        read.event().ticket()))
                .toList();
        return placement.resolve(transaction.sql(), requests).chain(holders -> {
            JsonArray rows = new JsonArray();
            asked.forEach(read -> rows.add(row(read, holders)));
            return run(transaction, ASK, rows);
        });
    }

    private static Uni<Void> follow(ReaderTransaction transaction, Map<UUID, Boolean> waiting) {
        JsonArray rows = new JsonArray();
        waiting.forEach((ticket, waits) ->
                rows.add(new JsonObject().put("ticket_id", ticket.toString()).put("waiting", waits)));
        return rows.isEmpty() ? Uni.createFrom().voidItem() : run(transaction, FOLLOW, rows);
    }

    private static Uni<Void> run(ReaderTransaction transaction, String statement, JsonArray rows) {
        return transaction
                .sql()
                .preparedQuery(statement)
                .execute(Tuple.of(rows.encode()))
                .replaceWithVoid();
    }

    private static String region(ReadEvent read) {
        return ((VerificationRequested) read.event().data()).region();
    }

    /** Where nobody holds the role, or only a larger place is known, the desk of the territory has it. */
    private static JsonObject row(ReadEvent read, Map<UUID, Holder> holders) {
        String region = region(read);
        Holder holder = holders.get(read.event().id());
        boolean desk = region.length() >= COUNTY_DIGITS;
        String place = region.substring(0, Math.min(region.length(), COMMUNITY_DIGITS));
        return new JsonObject()
                .put("ticket_id", read.event().ticket().toString())
                .put("number", read.after().number())
                .put("region", holder == null ? region : holder.place())
                .put("unit", desk ? Territory.office(place) : null)
                .put("worker", holder == null ? null : holder.workerId())
                .put(
                        "question",
                        ((VerificationRequested) read.event().data()).question().value())
                .put("asked_at", read.event().at().toString());
    }
}
