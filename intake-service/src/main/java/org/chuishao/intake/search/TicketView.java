package org.chuishao.intake.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.intake.ticket.PhoneCall;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One ticket, as far as who asks may know it. */
@Schema(description = "One ticket, as far as the role of the token may know it")
record TicketView(
        UUID id,
        String number,
        State state,

        @Schema(description = "The state in the field's own word")
        String stateLabel,

        int round,
        Channel channel,
        Kind kind,
        boolean secret,
        @Nullable String title,
        @Nullable String content,
        @Nullable String desired,
        @Nullable MaskedCaller caller,

        @Schema(description = "For agents and reviewers; of a report or a secret ticket for nobody") @Nullable
        PhoneCall call,

        PlaceView place,
        @Nullable String category,
        @Nullable String severity,
        @Nullable String leadUnit,
        @Nullable String leadUnitName,

        @Schema(description = "The lead unit is made up for the demonstration") @Nullable
        Boolean leadUnitSynthetic,

        List<String> units,

        @Schema(description = "Where it was merged into another ticket and is not settled yet") @Nullable
        MergedInto merged,

        @Schema(
                description = "Where it was merged into the ticket of a confirmed warning (未诉先办), which handles it"
                        + " with others about the same matter")
        @Nullable
        Incident incident,

        @Nullable String sourceNumber,
        @Nullable Instant happenedAt,
        Instant receivedAt,
        @Nullable Instant closedAt) {

    /** Enough to know a caller again; {@code /reveals} shows the rest to who has a reason. */
    record MaskedCaller(
            @Schema(examples = "张**") @Nullable String name,
            @Schema(examples = "138****1234") @Nullable String phone) {}

    /** The ticket that it was merged into, and that one's result once it is there. */
    record MergedInto(
            UUID parent,

            @Schema(description = "Since when the citizen is to be called back with it") @Nullable
            Instant settledAt,

            @Nullable String result) {}

    /** The ticket that many complaints about one matter are handled as. It may lie outside what one may look at. */
    record Incident(
            UUID ticket,
            @Schema(description = "Number for people") String number,
            State state,

            @Schema(description = "The state in the field's own word")
            String stateLabel,

            @Schema(description = "When this ticket joined it") @Nullable
            Instant since) {}

    /** Where the matter is. */
    record PlaceView(
            @Nullable String text,
            String region,
            String regionName,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable String crs) {}
}
