package org.chuishao.intake.exclusion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a ticket is left out of the rates, and why. */
@Schema(description = "Whether a ticket is left out of the rates, and why")
record ExclusionRequest(
        @NotNull @Nullable Boolean granted,
        @NotBlank @Size(max = 2000) @Nullable String ground) {}
