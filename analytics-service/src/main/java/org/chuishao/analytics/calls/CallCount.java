package org.chuishao.analytics.calls;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chuishao.mesh.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The calls of one day. */
record CallCount(
        @Schema(description = "Calls that asked for an agent", required = true) @Min(0) @Max(100_000_000)
        long offered,

        @Schema(description = "Of those offered, the ones that an agent answered (接通)", required = true)
        @Min(0)
        @Max(100_000_000)
        long connected,

        @Schema(description = "Of those connected, the ones answered within 15 s", required = true)
        @Min(0)
        @Max(100_000_000)
        long within15s) {

    /** @throws Problem 400 where a part is more than what it is a part of */
    void check() {
        if (connected > offered) {
            throw Problem.invalid("connected", "must not be more than offered");
        }
        if (within15s > connected) {
            throw Problem.invalid("within15s", "must not be more than connected");
        }
    }
}
