package org.chuishao.intake.submission;

import java.time.OffsetDateTime;
import org.chuishao.intake.place.Location;
import org.chuishao.intake.ticket.Caller;
import org.chuishao.intake.ticket.PhoneCall;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comes in. Nothing is needed by the parser, so that {@link SubmissionRules} can name all that is wrong at once. */
@Schema(
        description = "A complaint, request or report as it comes in",
        requiredProperties = {"channel", "kind", "title", "content"})
record TicketRequest(
        @Schema(description = "Where it came in; GRID and WARNING tickets come over the log, not here") @Nullable
        Channel channel,

        @Nullable Kind kind,

        @Schema(minLength = 1, maxLength = 200) @Nullable String title,

        @Schema(minLength = 1, maxLength = 20_000) @Nullable String content,

        @Schema(description = "What the citizen wants done", maxLength = 2000) @Nullable
        String desired,

        @Schema(description = "Who called; may be left out of an anonymous report (kind REPORT, not by phone)")
        @Nullable
        Caller caller,

        @Nullable PhoneCall call,

        @Nullable Location place,

        @Schema(description = "When the matter happened, not in the future") @Nullable
        OffsetDateTime happenedAt,

        @Schema(description = "Facts only to whoever handles it") @Nullable
        Boolean secret,

        @Schema(description = "The ticket's number in the system it comes from: 1-64 of A-Z a-z 0-9 . _ / : -")
        @Nullable
        String sourceNumber) {}
