package org.chuishao.intake.secrecy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a ticket is secret, and why. */
@Schema(description = "Whether a ticket is secret, and why")
record SecrecyRequest(
        @NotNull @Nullable Boolean secret,
        @NotBlank @Size(max = 2000) @Nullable String reason) {}
