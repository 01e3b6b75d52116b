package org.chuishao.routing.call;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of calling a desk.
 *
 * @param unit whose desk; that of the lead unit if none is named
 * @param recording reference of the call's recording; of a call that reached the desk it is required, or words
 * @param words who answered and what was agreed (the call's minutes); sealed on the log
 */
record CallRequest(
        @Schema(description = "Whose desk; that of the lead unit if none is named. Else a duty desk of the place")
        @Size(min = 1, max = 100)
        @Nullable
        String unit,

        @NotNull Boolean reached,

        @Schema(description = "When the call was made; not in the future") @NotNull
        OffsetDateTime calledAt,

        @Pattern(
                regexp = "[A-Za-z0-9._:/+=-]{1,200}",
                message = "must be a reference of 1 to 200 letters, digits and . _ : / + = -")
        @Nullable
        String recording,

        @Size(max = 500) @Nullable String words) {

    /** @param waiting nobody has been reached yet */
    record Answer(UUID ticket, @Nullable String number, String unit, boolean reached, boolean waiting) {}
}
