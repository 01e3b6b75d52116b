package org.chuishao.intake.notice;

import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an attempt to tell a caller ended. */
@Schema(description = "How an attempt to tell a caller ended")
record NoticeReceiptRequest(
        @NotNull @Nullable Channel channel,

        @Schema(description = "DELIVERED: he knows. FAILED: it stays in the list") @NotNull @Nullable
        Outcome outcome,

        @Schema(description = "When it was tried, ISO 8601 with offset, not in the future") @NotNull @Nullable
        OffsetDateTime at) {

    /** Text message, telephone, app. */
    @Schema(name = "NoticeChannel")
    enum Channel {
        SMS,
        VOICE,
        APP
    }

    /** Whether it reached him. */
    @Schema(name = "NoticeOutcome")
    enum Outcome {
        DELIVERED,
        FAILED
    }
}
