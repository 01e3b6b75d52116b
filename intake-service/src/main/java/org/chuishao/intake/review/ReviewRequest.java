package org.chuishao.intake.review;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reviewer's word on a unit's result. */
@Schema(description = "A reviewer's word on a unit's result")
record ReviewRequest(
        @Schema(description = "true: call the citizen back; false: not up to standard, back to the unit")
        @NotNull
        @Nullable
        Boolean passed,

        @Size(max = 2000) @Nullable String remark) {}
