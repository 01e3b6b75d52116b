package org.chuishao.intake.ticket;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The phone call that a ticket came in by. It leads to the person, so it is kept as the caller is. */
@Schema(name = "Call", description = "The phone call that it came in by")
public record PhoneCall(
        @Schema(maxLength = 100) @Nullable String id,

        @Schema(description = "Opaque id of the agent", maxLength = 100) @Nullable
        String agent,

        @Schema(description = "Where the recording lies", maxLength = 500) @Nullable
        String recording) {

    @Override
    public String toString() {
        return "PhoneCall[...]";
    }
}
