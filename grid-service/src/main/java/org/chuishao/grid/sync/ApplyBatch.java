package org.chuishao.grid.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.grid.assignment.CapturedActs;
import org.chuishao.grid.assignment.ShowAssignments;
import org.chuishao.grid.json.CheckedJson;
import org.chuishao.grid.patrol.CapturedReports;
import org.chuishao.grid.sync.Outcome.Result;
import org.chuishao.grid.verification.CapturedFindings;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.problem.ProblemDocument;
import org.jspecify.annotations.Nullable;

/** Takes over what was done without a network: in the order of capture, each act for itself, each answered. */
@ApplicationScoped
class ApplyBatch {

    private final CapturedActs acts;
    private final CapturedFindings findings;
    private final CapturedReports reports;
    private final ShowAssignments show;
    private final CheckedJson json;

    ApplyBatch(
            CapturedActs acts,
            CapturedFindings findings,
            CapturedReports reports,
            ShowAssignments show,
            CheckedJson json) {
        this.acts = acts;
        this.findings = findings;
        this.reports = reports;
        this.show = show;
        this.json = json;
    }

    private record Item(int place, Captured captured, UUID about) {

        String id() {
            return captured.clientId().toString();
        }
    }

    /** @return the outcomes in the order of the items */
    Uni<List<Outcome>> apply(List<JsonNode> items) {
        Outcome[] outcomes = new Outcome[items.size()];
        List<Item> readable = new ArrayList<>();
        for (int place = 0; place < outcomes.length; place++) {
            try {
                Captured captured = json.read(items.get(place), Captured.class);
                readable.add(new Item(place, captured, captured.about()));
            } catch (RuntimeException unreadable) {
                outcomes[place] = unreadable(items.get(place), unreadable);
            }
        }
        readable.sort(
                Comparator.comparing((Item it) -> it.captured().capturedAt().toInstant())
                        .thenComparing(Item::place));
        Set<UUID> held = new HashSet<>();
        return Multi.createFrom()
                .iterable(readable)
                .onItem()
                .transformToUniAndConcatenate(
                        item -> apply(item, held).invoke(outcome -> outcomes[item.place()] = outcome))
                .collect()
                .asList()
                .map(done -> Arrays.asList(outcomes));
    }

    /** @param held what nothing more is done about in this batch: an earlier act on it has to come again first */
    private Uni<Outcome> apply(Item item, Set<UUID> held) {
        if (held.contains(item.about())) {
            return Uni.createFrom().item(Outcome.of(item.id(), Result.AGAIN, null));
        }
        return Uni.createFrom()
                .deferred(() -> perform(item))
                .map(reply -> new Outcome(
                        item.id(),
                        reply.again() ? Result.ALREADY_APPLIED : Result.APPLIED,
                        null,
                        null,
                        reported(item, reply)))
                .onFailure()
                .recoverWithUni(failure -> refused(item, ProblemDocument.of(failure), held));
    }

    private Uni<Reply> perform(Item item) {
        Captured it = item.captured();
        Instant at = it.capturedAt().toInstant();
        return switch (it.act()) {
            case VERIFY -> findings.answer(item.about(), item.id(), it.body(), at);
            case PATROL -> reports.report(item.id(), it.body(), at);
            case SIGN, CONTACT, ARRIVE, REPORT, RESOLVE ->
                acts.perform(CapturedActs.Kind.valueOf(it.act().name()), item.about(), item.id(), it.body(), at);
        };
    }

    /** What a photo of a report is announced for. */
    private @Nullable UUID reported(Item item, Reply reply) {
        return item.captured().act() == Captured.Kind.PATROL ? json.id(reply.json()) : null;
    }

    private Uni<Outcome> refused(Item item, Map<String, Object> problem, Set<UUID> held) {
        Result result = result(problem);
        if (result == Result.AGAIN) {
            held.add(item.about());
        }
        Outcome told = Outcome.of(item.id(), result, problem);
        return result == Result.CONFLICT && item.captured().act().ofAssignment()
                ? show.one(item.about())
                        .map(now -> new Outcome(item.id(), result, problem, now, null))
                        .onFailure()
                        .recoverWithItem(told)
                : Uni.createFrom().item(told);
    }

    private static Result result(Map<String, Object> problem) {
        return switch (String.valueOf(problem.get("status"))) {
            case "400", "422" -> Result.INVALID;
            case "403", "404", "409" -> Result.CONFLICT;
            default -> Result.AGAIN;
        };
    }

    private static Outcome unreadable(JsonNode item, RuntimeException why) {
        String id = item.path("clientId").asText(null);
        return Outcome.of(known(id), Result.INVALID, ProblemDocument.of(why));
    }

    /** What is no id is not repeated. */
    private static @Nullable String known(@Nullable String id) {
        try {
            return id == null ? null : UUID.fromString(id).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
