package org.chuishao.grid.whistle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.chuishao.grid.assignment.References;
import org.chuishao.grid.whistle.KindRule.ClosesWith;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * With what the blower closes.
 *
 * @param sceneSafe needed of an emergency: the scene is safe
 * @param legalOutcome needed of an enforcement: reference of the decision on record
 * @param milestones needed of a hard problem: what is done until when
 */
record Closing(
        @NotBlank @Size(max = Bodies.LONGEST) String outcome,
        @Nullable Boolean sceneSafe,

        @Nullable @Pattern(regexp = References.PATTERN, message = References.RULE)
        String legalOutcome,

        @Nullable @Size(min = 1, max = 50) List<@Valid @NotNull Milestone> milestones) {

    record Milestone(
            @NotBlank @Size(max = 500) String what, @NotNull OffsetDateTime until) {}

    /** @throws Problem 400 naming what is missing */
    void require(ClosesWith needed) {
        switch (needed) {
            case SCENE_SAFE -> given("sceneSafe", Boolean.TRUE.equals(sceneSafe), "must be true: the scene is safe");
            case LEGAL_OUTCOME ->
                given("legalOutcome", legalOutcome != null, "is needed: the reference of the legal outcome");
            case PLAN -> given("milestones", milestones != null, "are needed: the plan, step by step");
            case SHARES_DONE, RESULT -> {}
        }
    }

    private static void given(String field, boolean there, String message) {
        if (!there) {
            throw Problem.invalid(field, message);
        }
    }
}
