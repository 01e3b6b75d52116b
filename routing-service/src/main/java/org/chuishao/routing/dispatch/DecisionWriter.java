package org.chuishao.routing.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.routing.classify.Advised.Said;
import org.chuishao.routing.classify.Assessment;
import org.chuishao.routing.learn.Answer.Candidate;
import org.jspecify.annotations.Nullable;

/** Decisions, in the reader's transaction: a statement for all tickets of a batch. */
final class DecisionWriter {

    private static final String DECISIONS = """
            insert into decision (ticket_id, region, at, based_on, outcome, mode, actor, severity, category, confidence,
                                  model, evidence, lead_unit, assisting, copies, basis, candidates, clear)
            select ticket, region, at, basedon, outcome, 'AUTO', 'routing', severity, category, confidence,
                   model, evidence, lead, assisting, copies, basis, candidates, clear
            from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid, region text, at timestamptz, basedon int,
                 outcome text, severity text, category text, confidence float8, model text, evidence text[],
                 lead text, assisting text[], copies text[], basis text, candidates jsonb, clear boolean)
            """;
    private static final String LATE = """
            update decision d set late = true
            from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid, basedon int, lead text)
            where d.ticket_id = r.ticket and d.based_on = r.basedon and d.lead_unit = r.lead
            """;

    /** The last word before a person's: a ticket that is decided anew was told more. */
    private static final String SAID = """
            insert into model_answer (ticket_id, model, category, confidence)
            select ticket, model, category, confidence
            from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid, model text, category text, confidence float8)
            on conflict (ticket_id, model) do update set category = excluded.category, confidence = excluded.confidence
            """;

    private static final String CONFLICTS = """
            update routing_ticket t set conflict = r.unit
            from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid, unit text)
            where t.ticket_id = r.ticket
            """;

    private final SqlConnection sql;
    private final Instant now;

    DecisionWriter(ReaderTransaction transaction) {
        sql = transaction.sql();
        now = transaction.now();
    }

    private record DecisionRow(
            UUID ticket,
            String region,
            Instant at,
            int basedon,
            String outcome,
            Severity severity,
            String category,
            @Nullable Double confidence,
            @Nullable String model,
            List<String> evidence,
            @Nullable String lead,
            List<String> assisting,
            List<String> copies,
            String basis,
            @Nullable List<Candidate> candidates,
            boolean clear) {}

    private record SaidRow(UUID ticket, String model, String category, double confidence) {}

    private record ConflictRow(UUID ticket, String unit) {}

    private record LateRow(
            UUID ticket, int basedon, @Nullable String lead) {}

    Uni<Void> decisions(List<Decided> decided) {
        return run(DECISIONS, decided.stream().map(this::row).toList());
    }

    /** What each model called it: held against what it is found to be in the end. */
    Uni<Void> said(List<Decided> decided) {
        List<SaidRow> rows = new ArrayList<>();
        for (Decided it : decided) {
            for (Said said : it.assessment().counselled().said()) {
                rows.add(new SaidRow(it.cause().event().ticket(), said.model(), said.category(), said.confidence()));
            }
        }
        return run(SAID, rows);
    }

    /** What words say of a safety matter is kept of all that were looked at: such a ticket never goes out by itself. */
    Uni<Void> safety(List<Decided> assessed) {
        UUID[] tickets = assessed.stream()
                .filter(it -> it.assessment().safety())
                .map(it -> it.cause().event().ticket())
                .toArray(UUID[]::new);
        return tickets.length == 0
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery("update routing_ticket set safety = true where ticket_id = any($1)")
                        .execute(Tuple.of(tickets))
                        .replaceWithVoid();
    }

    /** Who is complained of is kept as well: no dispatcher gives it to them later. */
    Uni<Void> conflicts(List<Decided> assessed) {
        List<ConflictRow> rows = new ArrayList<>();
        for (Decided it : assessed) {
            if (it.conflict() != null) {
                rows.add(new ConflictRow(
                        it.cause().event().ticket(), it.conflict().unit()));
            }
        }
        return run(CONFLICTS, rows);
    }

    /** Dispatches by the clock, which rest on no words. */
    Uni<Void> overdue(List<Draft> dispatches) {
        return run(DECISIONS, dispatches.stream().map(this::row).toList());
    }

    private DecisionRow row(Draft draft) {
        if (!(draft.data() instanceof TicketDispatched it)) {
            throw new IllegalArgumentException("not a dispatch: " + draft.data());
        }
        return new DecisionRow(
                draft.ticket(),
                it.region(),
                now,
                draft.basedOn(),
                "DISPATCHED",
                it.severity(),
                it.category(),
                null,
                null,
                List.of(),
                it.leadUnit(),
                List.of(),
                List.of(),
                it.basis(),
                null,
                false);
    }

    private DecisionRow row(Decided decided) {
        Assessment found = decided.assessment();
        Outcome.Dispatch dispatch = decided.outcome() instanceof Outcome.Dispatch it ? it : null;
        return new DecisionRow(
                decided.cause().event().ticket(),
                found.region(),
                now,
                decided.basedOn(),
                dispatch == null ? "QUEUED" : "DISPATCHED",
                found.severity(),
                found.category(),
                found.confidence(),
                found.model(),
                found.evidence(),
                dispatch == null ? null : dispatch.lead(),
                dispatch == null ? List.of() : dispatch.assisting(),
                dispatch == null ? List.of() : dispatch.copies(),
                decided.outcome().basis(),
                found.counselled().candidates(),
                found.clear());
    }

    /** Own dispatches that came too late stay on record, but do not count. */
    Uni<Void> late(List<ReadEvent> events) {
        return run(
                LATE,
                events.stream()
                        .filter(TicketNews::ownDispatchLate)
                        .map(read ->
                                new LateRow(read.event().ticket(), read.event().basedOn(), TicketNews.leadOf(read)))
                        .toList());
    }

    private Uni<Void> run(String statement, List<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(statement)
                        .execute(Tuple.of(Json.rows(rows)))
                        .replaceWithVoid();
    }
}
