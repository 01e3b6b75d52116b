package org.chuishao.intake.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some notices behind a cursor. {@code next} is always there, and is the cursor that was given only at the end. */
record NoticePage(List<Item> items, String next) {

    /** What one caller is to be told. */
    @Schema(name = "CallerNotice")
    record Item(
            UUID id,
            @Schema(description = "The caller's own ticket") UUID ticket,
            @Schema(description = "Its number for people") String number,

            @Schema(description = "The ticket that it is handled as")
            UUID parent,

            @Schema(description = "That one's number for people")
            String parentNumber,

            @Schema(description = "What is to be said; absent where it cannot be opened any more") @Nullable
            String words,

            @Schema(description = "Since when it waits") Instant at,

            @Schema(description = "Attempts that failed so far")
            int failures) {}
}
