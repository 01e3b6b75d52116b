package org.chuishao.intake.reveal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why somebody needs to know the caller. */
@Schema(description = "Why the caller has to be known; kept with the name of who asked")
record RevealRequest(@NotBlank @Size(max = 500) @Nullable String reason) {}
