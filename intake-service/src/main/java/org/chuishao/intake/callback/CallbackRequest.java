package org.chuishao.intake.callback;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.IntakeEvent.CalledBack.Satisfaction;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One attempt to call a citizen back, and what he said. */
@Schema(
        description =
                "One attempt to call the citizen back; the verdicts are given exactly where the citizen was reached")
record CallbackRequest(
        @NotNull @Nullable Boolean reached,

        @Schema(description = "Did the unit contact the citizen?") @Nullable
        Boolean contacted,

        @Schema(description = "Is the matter solved, by the citizen's word?") @Nullable
        Boolean solved,

        @Nullable Satisfaction satisfaction,
        @Size(max = 2000) @Nullable String words,

        @Schema(
                description = "Dissatisfied with ground (不满意有据): what was solved is done again. With solved and"
                        + " NOT_SATISFIED alone; words state the ground")
        @Nullable
        Boolean withGround) {

    /** @throws Problem 400 if verdict and reach do not go together */
    void check() {
        List<FieldError> errors = new ArrayList<>();
        check(errors, "contacted", contacted);
        check(errors, "solved", solved);
        check(errors, "satisfaction", satisfaction);
        if (isWithGround()) {
            checkGround(errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private void check(List<FieldError> errors, String field, @Nullable Object verdict) {
        if (wasReached() && verdict == null) {
            errors.add(new FieldError(field, "is needed where the citizen was reached"));
        } else if (!wasReached() && verdict != null) {
            errors.add(new FieldError(field, "must be absent where the citizen was not reached"));
        }
    }

    private void checkGround(List<FieldError> errors) {
        if (!Boolean.TRUE.equals(solved) || satisfaction != Satisfaction.NOT_SATISFIED) {
            errors.add(new FieldError("withGround", "goes with solved and NOT_SATISFIED alone"));
        }
        if (words == null || words.isBlank()) {
            errors.add(new FieldError("words", "are needed, to state the ground"));
        }
    }

    boolean isWithGround() {
        return Boolean.TRUE.equals(withGround);
    }

    boolean wasReached() {
        return Boolean.TRUE.equals(reached);
    }

    CalledBack event(int attempt, @Nullable Sealed sealedWords) {
        return new CalledBack(attempt, wasReached(), contacted, solved, satisfaction, sealedWords);
    }
}
