package org.chuishao.intake.reopening;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a ticket is taken up again. */
@Schema(description = "Why a ticket is taken up again")
record ReopeningRequest(
        @NotBlank @Size(max = 2000) @Nullable String reason) {}
