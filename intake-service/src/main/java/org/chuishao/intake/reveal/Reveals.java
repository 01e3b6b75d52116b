package org.chuishao.intake.reveal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everybody who looked at a ticket's caller. */
record Reveals(
        List<Item> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /** One look. */
    @Schema(name = "RevealItem")
    record Item(
            Instant at,
            String role,

            @Schema(description = "Opaque id of who looked") String actor,

            @Nullable String unit,
            @Nullable String reason) {}
}
