package org.chuishao.grid.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final ShowAssignments show;
    private final CheckedJson json;

    ApplyBatch(CapturedActs acts, CapturedFindings findings, ShowAssignments show, CheckedJson json) {
        this.acts = acts;
        this.findings = findings;
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
            return Uni.createFrom().item(new Outcome(item.id(), Result.AGAIN, null, null));
        }
        return Uni.createFrom()
                .deferred(() -> perform(item))
                .map(reply ->
                        new Outcome(item.id(), reply.again() ? Result.ALREADY_APPLIED : Result.APPLIED, null, null))
                .onFailure()
                .recoverWithUni(failure -> refused(item, ProblemDocument.of(failure), held));
    }

    private Uni<Reply> perform(Item item) {
        Captured it = item.captured();
        return it.act() == Captured.Kind.VERIFY
                ? findings.answer(
                        item.about(), item.id(), it.body(), it.capturedAt().toInstant())
                : acts.perform(
                        CapturedActs.Kind.valueOf(it.act().name()),
                        item.about(),
                        item.id(),
                        it.body(),
                        it.capturedAt().toInstant());
    }

    private Uni<Outcome> refused(Item item, Map<String, Object> problem, Set<UUID> held) {
        Result result = result(problem);
        if (result == Result.AGAIN) {
            held.add(item.about());
        }
        Outcome told = new Outcome(item.id(), result, problem, null);
        return result == Result.CONFLICT && item.captured().act() != Captured.Kind.VERIFY
                ? show.one(item.about())
                        .map(now -> new Outcome(item.id(), result, problem, now))
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
        return new Outcome(known(id), Result.INVALID, ProblemDocument.of(why), null);
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
