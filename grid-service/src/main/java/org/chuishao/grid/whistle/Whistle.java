package org.chuishao.grid.whistle;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.chuishao.grid.whistle.Call.Objection;
import org.chuishao.grid.whistle.Call.Share;
import org.chuishao.grid.whistle.KindRule.ClosesWith;
import org.chuishao.grid.whistle.KindRule.Proof;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A whistle as its rules see it; each step answers the whistle after it, or says why not and what is possible now.
 *
 * @param danger life is in danger
 * @param confirmed null while nobody has said
 * @param reported the written report is there
 * @param quorum how many departments have to have reported in
 * @param calls by department, in the order that they were called in
 */
record Whistle(
        KindRule rule,
        Post blower,
        Phase phase,
        boolean danger,
        @Nullable Boolean confirmed,
        boolean reported,
        int quorum,
        Map<String, Call> calls) {

    enum Phase {
        PENDING_CONFIRMATION,
        SOUNDED,
        /** Nobody stood behind it. */
        REFUSED,
        CLOSED
    }

    /** @throws Problem 403 where this rank does not blow this kind */
    static Whistle blow(KindRule rule, Post blower, boolean danger, int quorum, List<String> departments) {
        if (!rule.blowers().contains(blower.rank())) {
            throw Problem.forbidden("A whistle of kind " + rule.kind() + " is blown by " + rule.blowers() + ".");
        }
        boolean confirmed = rule.confirmers().isEmpty() || rule.confirmers().contains(blower.rank());
        boolean atOnce = confirmed || (danger && rule.dangerFirst());
        Map<String, Call> calls = new LinkedHashMap<>();
        departments.forEach(it -> calls.put(it, Call.of(it)));
        Phase phase = atOnce ? Phase.SOUNDED : Phase.PENDING_CONFIRMATION;
        return new Whistle(rule, blower, phase, danger, confirmed ? true : null, false, quorum, calls);
    }

    Whistle confirm(Post by, boolean yes) {
        if (!rule.confirmers().contains(by.rank())) {
            throw Problem.forbidden("It is confirmed by " + rule.confirmers() + ".");
        }
        require(Step.CONFIRMATIONS, null);
        return in(yes ? Phase.SOUNDED : Phase.REFUSED, yes);
    }

    Whistle sign(String department) {
        require(Step.SIGNATURES, department);
        return with(department, Call::signed);
    }

    /** Who comes without having signed has signed by coming. */
    Whistle arrive(String department, Proof proof, boolean leader) {
        require(Step.ARRIVALS, department);
        if (!rule.proofs().contains(proof)) {
            throw Problem.conflict("A whistle of kind " + rule.kind() + " takes as proof " + rule.proofs() + ".");
        }
        if (rule.leader() && !leader) {
            throw Problem.invalid("leader", "must be true: a leader of the department has to be there");
        }
        return with(department, it -> it.arrived(leader));
    }

    Whistle share(Post by, String department) {
        requireBlower(by);
        require(Step.SHARES, department);
        return with(department, it -> it.share(Share.AGREED));
    }

    Whistle finish(String department) {
        require(Step.RESULTS, department);
        return with(department, it -> it.share(Share.DONE));
    }

    Whistle note() {
        require(Step.NOTES, null);
        return this;
    }

    Whistle object(String department) {
        require(Step.OBJECTIONS, department);
        return with(department, Call::objected);
    }

    Whistle decide(String department, boolean upheld) {
        require(Step.DECISION, department);
        return with(department, it -> it.decided(upheld));
    }

    /** Only the blower closes, and not before what its kind requires. */
    Whistle close(Post by, Closing closing) {
        requireBlower(by);
        require(Step.CLOSURE, null);
        closing.require(rule.closesWith());
        if (calls.values().stream().anyMatch(it -> it.objection() == Objection.PENDING)) {
            throw refusal("an objection waits to be decided", null);
        }
        long there = calls.values().stream()
                .filter(it -> it.phase() == Call.Phase.ON_SITE)
                .count();
        long needed =
                Math.min(quorum, calls.values().stream().filter(Call::awaited).count());
        if (there < needed) {
            throw refusal(there + " of the " + needed + " departments that are needed have reported in", null);
        }
        if (calls.values().stream().anyMatch(it -> it.share() == Share.AGREED && it.awaited())
                && rule.closesWith() == ClosesWith.SHARES_DONE) {
            throw refusal("not all shares of the work are done", null);
        }
        return in(Phase.CLOSED, confirmed);
    }

    Whistle report(Post by) {
        requireBlower(by);
        require(Step.REPORTS, null);
        return new Whistle(rule, blower, phase, danger, confirmed, true, quorum, calls);
    }

    /** Both sides: the blower each department that was called, a department the blower. */
    void rate(String department) {
        require(Step.RATINGS, department);
    }

    List<String> solvedBy() {
        return calls.values().stream()
                .filter(Call::solved)
                .map(Call::department)
                .toList();
    }

    boolean sounds() {
        return phase == Phase.SOUNDED;
    }

    private void requireBlower(Post by) {
        if (!blower.equals(by)) {
            throw Problem.forbidden("Only who has blown it does this.");
        }
    }

    private void require(Step step, @Nullable String department) {
        if (!may(step, department)) {
            throw refusal(step.path() + " is not possible now", department);
        }
    }

    private Problem refusal(String detail, @Nullable String department) {
        return Problem.conflict(detail, Map.of("state", state(department), "allowed", allowed(department)));
    }

    private String state(@Nullable String department) {
        Call call = department == null || !sounds() ? null : calls.get(department);
        return call == null ? phase.name() : call.phase().name();
    }

    /** @param department null for what may be done for any of them */
    List<String> allowed(@Nullable String department) {
        return Arrays.stream(Step.values())
                .filter(step -> department == null
                        ? calls.keySet().stream().anyMatch(it -> may(step, it)) || may(step, null)
                        : may(step, department))
                .map(Step::path)
                .toList();
    }

    boolean may(Step step, @Nullable String department) {
        Call call = department == null ? null : calls.get(department);
        return switch (step) {
            case CONFIRMATIONS -> phase == Phase.PENDING_CONFIRMATION || (sounds() && confirmed == null);
            case SIGNATURES -> sounds() && call != null && call.phase() == Call.Phase.CALLED;
            case ARRIVALS -> coming(call);
            case SHARES ->
                sounds() && call != null && call.phase() != Call.Phase.RELEASED && call.share() != Share.DONE;
            case RESULTS -> sounds() && call != null && call.share() == Share.AGREED;
            case NOTES, CLOSURE -> sounds();
            case OBJECTIONS -> coming(call) && call != null && call.objection() == Objection.NONE;
            case DECISION -> sounds() && call != null && call.objection() == Objection.PENDING;
            case REPORTS -> phase == Phase.CLOSED && !reported && rule.closesWith() == ClosesWith.SCENE_SAFE;
            case RATINGS -> phase == Phase.CLOSED && call != null && call.phase() != Call.Phase.RELEASED;
        };
    }

    private boolean coming(@Nullable Call call) {
        return sounds() && call != null && (call.phase() == Call.Phase.CALLED || call.phase() == Call.Phase.SIGNED);
    }

    private Whistle in(Phase now, @Nullable Boolean said) {
        return new Whistle(rule, blower, now, danger, said, reported, quorum, calls);
    }

    private Whistle with(String department, UnaryOperator<Call> change) {
        Map<String, Call> now = new LinkedHashMap<>(calls);
        now.computeIfPresent(department, (name, call) -> change.apply(call));
        return new Whistle(rule, blower, phase, danger, confirmed, reported, quorum, now);
    }
}
