package org.chuishao.grid.mediation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chuishao.mesh.problem.Problem;

/**
 * A mediation as its rules see it; each step answers the mediation after it, or says why not and what is possible now. It
 * stands beside the ticket: what becomes of the ticket meanwhile neither ends it nor lets it wait.
 *
 * @param met the parties have met since it was opened, or opened again
 */
record Mediation(Phase phase, boolean met) {

    enum Phase {
        /** 调解中. */
        MEDIATING,
        /** 达成协议: to be revisited. */
        AGREED,
        /** 已履行. */
        KEPT,
        /** 已转出: the grid could not settle it. */
        REFERRED
    }

    /** What may be done about it, by the name of its sub-resource. */
    enum Step {
        SESSIONS,
        OUTCOME,
        REVISITS;

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Mediation opened() {
        return new Mediation(Phase.MEDIATING, false);
    }

    Mediation meet() {
        require(Step.SESSIONS);
        return new Mediation(phase, true);
    }

    /** Who never sat together agreed to nothing; that they would not come is a failure. */
    Mediation agree() {
        require(Step.OUTCOME);
        if (!met) {
            throw refusal("the parties have not met yet");
        }
        return new Mediation(Phase.AGREED, true);
    }

    Mediation fail() {
        require(Step.OUTCOME);
        return new Mediation(Phase.REFERRED, met);
    }

    Mediation kept() {
        require(Step.REVISITS);
        return new Mediation(Phase.KEPT, met);
    }

    /** @param again it is talked over again; otherwise it goes where the grid's word does not reach */
    Mediation broken(boolean again) {
        require(Step.REVISITS);
        return again ? opened() : new Mediation(Phase.REFERRED, met);
    }

    List<String> allowed() {
        return Arrays.stream(Step.values()).filter(this::may).map(Step::path).toList();
    }

    private boolean may(Step step) {
        return switch (step) {
            case SESSIONS, OUTCOME -> phase == Phase.MEDIATING;
            case REVISITS -> phase == Phase.AGREED;
        };
    }

    private void require(Step step) {
        if (!may(step)) {
            throw refusal(step.path() + " is not possible now");
        }
    }

    private Problem refusal(String detail) {
        return Problem.conflict(detail, Map.of("state", phase.name(), "allowed", allowed()));
    }
}
