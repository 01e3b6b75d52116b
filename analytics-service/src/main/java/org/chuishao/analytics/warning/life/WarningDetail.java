package org.chuishao.analytics.warning.life;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningLevel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A warning with what it rests on and what became of it. */
record WarningDetail(
        WarningView warning,

        @Schema(
                description = "The complaints in the caller's scope, the newest first, at most " + MOST_EVIDENCE
                        + "; never reports and secret tickets")
        List<Item> evidence,

        List<Node> life) {

    static final int MOST_EVIDENCE = 200;

    /** @param deciding it made the warning one */
    record Item(UUID ticket, OffsetDateTime at, String region, boolean deciding) {}

    /** @param by role of who did it; the service itself is {@code service} */
    record Node(
            OffsetDateTime at,
            String type,
            WarningLevel level,
            String by,
            @Nullable String words) {}
}
