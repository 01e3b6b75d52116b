package org.chuishao.intake.correction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which event is corrected, and what is right. */
@Schema(description = "Which event is corrected, and what is right")
record CorrectionRequest(
        @Schema(description = "Its id in the timeline") @NotNull @Nullable
        UUID event,

        @NotBlank @Size(max = 2000) @Nullable String words) {}
