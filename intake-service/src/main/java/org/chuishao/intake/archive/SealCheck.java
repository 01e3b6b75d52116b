package org.chuishao.intake.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket's seal, and whether all that it stands for is still as it was. */
@Schema(description = "A ticket's seal, and whether all that it stands for is still as it was")
record SealCheck(
        UUID ticket,

        @Schema(description = "The link's place in the one chain of archives, from 1")
        long sequence,

        Instant archivedAt,

        @Schema(description = "How many of the ticket's first events it was taken over")
        int events,

        @Schema(description = "SHA-256 of these events in their canonical form, hexadecimal, as it was then")
        String eventsHash,

        @Schema(description = "The same, taken just now") String eventsHashNow,

        @Schema(description = "Seal of the archive before it; 64 zeros for the first")
        String previous,

        String seal,
        boolean intact,

        @Schema(description = "What is no longer as it was") List<Fault> faults) {

    /** What was changed after it was sealed. */
    enum Fault {
        /** One of the events, their number or their order. */
        EVENTS,
        /** The seal itself, or what it names. */
        SEAL,
        /** The link before it or after it. */
        CHAIN,
        /** The seal that the ticket's own event told the log. */
        EVENT_ON_LOG
    }
}
