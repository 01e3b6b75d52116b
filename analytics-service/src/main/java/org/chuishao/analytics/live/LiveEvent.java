package org.chuishao.analytics.live;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The data of a stream's events, each of the kind that the event's name says. */
sealed interface LiveEvent {

    /** Something happened to a ticket. */
    @Schema(name = "LiveTicket")
    record Ticket(
            long mark,

            @Schema(description = "Absent, as number and category, of reports and secret tickets") @Nullable
            UUID ticket,

            @Nullable String number,

            @Schema(examples = "ticket.dispatched") String type,

            @Schema(examples = "派单") String label,

            String region,
            String regionName,
            @Nullable String category,
            @Nullable String categoryName,

            @Schema(description = "Where the ticket stands after it")
            String state,

            String stateLabel,
            OffsetDateTime at,

            @Schema(description = "It came too late and changed nothing")
            boolean late)
            implements LiveEvent {}

    /** A warning was raised, lifted, judged, or has lapsed. */
    @Schema(name = "LiveWarning")
    record Warning(
            long mark,
            @Nullable UUID id,

            @Schema(description = "warning.raised, warning.lifted, warning.judged, warning.lapsed")
            String type,

            @Nullable String rule,
            @Nullable String ruleLabel,
            @Nullable String level,
            String region,
            String regionName,
            @Nullable String category,
            @Nullable String categoryName,
            String state,
            OffsetDateTime at)
            implements LiveEvent {}

    /** Lines were left out; it goes on behind the mark. */
    @Schema(name = "LiveResync")
    record Resync(long mark) implements LiveEvent {}
}
