package org.chuishao.intake.decline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a ticket is not for the hotline, and whose it is. */
@Schema(description = "Why a ticket is not for the hotline, and the way that is")
record DeclineRequest(
        @NotNull @Nullable Reason reason,

        @Schema(description = "What the citizen is told: where the matter belongs and how to go there")
        @NotBlank
        @Size(max = 2000)
        @Nullable
        String properRoute) {

    /** A code of the trade; it stands on the log in clear. */
    enum Reason {
        /** Not the duty of any government department. */
        OUT_OF_SCOPE,
        /** Another province's or country's. */
        OUT_OF_REGION,
        /** Before a court, in arbitration or administrative review, or for one of them. */
        JUDICIAL,
        /** Of the congress, the consultative conference or another organ that is not the government's. */
        OTHER_ORGAN,
        /** For the petition office (信访), or under way or ended there. */
        PETITION_ROUTE,
        /** Discipline and supervision of officials (纪检监察). */
        DISCIPLINARY,
        MILITARY,
        /** State or business secrets, or another person's private matters. */
        CONFIDENTIAL,
        /** Answered and settled before, and nothing new is said. */
        DUPLICATE_SETTLED,
        /** Nothing that anybody could do something about. */
        NO_CONCRETE_MATTER,
        /** Against law or public order, or malicious. */
        UNLAWFUL
    }
}
