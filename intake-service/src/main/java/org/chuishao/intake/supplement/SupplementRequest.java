package org.chuishao.intake.supplement;

import jakarta.validation.constraints.Size;
import org.chuishao.intake.place.Location;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is supplied: words, the place, or both. */
@Schema(description = "What is supplied: words, the place, or both")
record SupplementRequest(
        @Schema(description = "In the citizen's words") @Size(max = 10_000) @Nullable
        String content,

        @Nullable Location place) {

    boolean hasContent() {
        return content != null && !content.isBlank();
    }
}
