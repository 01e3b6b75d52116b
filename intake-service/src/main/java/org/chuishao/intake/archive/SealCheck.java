package org.chuishao.intake.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ticket's seal, and whether all that it stands for is still as it was. */
@Schema(description = "A ticket's seal, and whether all that it stands for is still as it was")
record SealCheck(
        UUID ticket,

        @Schema(
                description =
                        "The link's place in the one chain of archives, from 1; this and the rest absent where it was removed")
        @Nullable
        Long sequence,

        @Nullable Instant archivedAt,

        @Schema(description = "How many of the ticket's first events it was taken over") @Nullable
        Integer events,

        @Schema(description = "SHA-256 of these events in their canonical form, hexadecimal, as it was then") @Nullable
        String eventsHash,

        @Schema(description = "The same, taken just now") @Nullable
        String eventsHashNow,

        @Schema(description = "Seal of the archive before it; 64 zeros for the first") @Nullable
        String previous,

        @Nullable String seal,
        boolean intact,

        @Schema(description = "What is no longer as it was") List<Fault> faults) {

    /** An archived ticket whose link is gone from the chain. */
    static SealCheck missing(UUID ticket) {
        return new SealCheck(ticket, null, null, null, null, null, null, null, false, List.of(Fault.SEAL));
    }

    /** What was changed after it was sealed. */
    enum Fault {
        /** One of the events, their number or their order. */
        EVENTS,
        /** The seal itself, or what it names; also where it is not there any more. */
        SEAL,
        /** The link before it or after it. */
        CHAIN,
        /** The seal that the ticket's own event told the log. */
        EVENT_ON_LOG
    }
}
