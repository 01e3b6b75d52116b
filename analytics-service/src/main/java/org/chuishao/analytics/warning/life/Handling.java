package org.chuishao.analytics.warning.life;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done about a warning. */
record Handling(
        @Schema(description = "What was done, for those who come after; no names", required = true)
        @NotBlank
        @Size(max = 500)
        String words) {}
