package org.chuishao.intake.closure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Closed.Cause;
import org.chuishao.mesh.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a ticket is closed though it is not solved, and what its citizen was told. */
@Schema(description = "Why a ticket is closed though it is not solved, and what its citizen was told")
record ClosureRequest(
        @Schema(description = "EXPLAINED by a reviewer; PROMISED where a promise stands") @NotNull @Nullable
        Ground ground,

        @Schema(description = "Needed with EXPLAINED, and there alone") @Nullable
        Cause cause,

        @Schema(description = "What the citizen was told") @NotBlank @Size(max = 2000) @Nullable
        String words) {

    /** The others follow from something else: a call back, a receipt, a clock. */
    enum Ground {
        EXPLAINED(Closed.Ground.EXPLAINED),
        PROMISED(Closed.Ground.PROMISED);

        private final Closed.Ground onLog;

        Ground(Closed.Ground onLog) {
            this.onLog = onLog;
        }

        Closed.Ground onLog() {
            return onLog;
        }
    }

    /** @throws Problem 400 where ground and cause do not go together */
    void check() {
        if (ground == Ground.EXPLAINED && cause == null) {
            throw Problem.invalid("cause", "is needed where it is explained");
        }
        if (ground == Ground.PROMISED && cause != null) {
            throw Problem.invalid("cause", "must be absent where it is promised");
        }
    }
}
