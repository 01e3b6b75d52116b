package org.chuishao.grid.assignment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What the API takes where a unit asks for something, and where a supervisor decides. Words are sealed before they leave. */
final class Asks {

    private Asks() {}

    /** Why a unit's clock is stopped: a cause that nobody in the unit can help. */
    enum SuspensionCause {
        WEATHER,
        MATERIALS,
        PROCEDURE,
        ACCESS,
        SEASON,
        LITIGATION
    }

    /** Why it goes on. */
    enum ResumptionCause {
        CAUSE_OVER,
        REVIEWED,
        /** By itself, when its review was due. */
        REVIEW_DUE
    }

    /**
     * @param basis the legal ground
     * @param signedOffBy opaque id of the unit's leader
     */
    record Return(
            @NotBlank @Size(max = Acts.LONGEST_NOTE) String basis,
            @NotBlank @Size(max = 100) String suggestedUnit,

            @NotNull @Pattern(regexp = References.PATTERN, message = References.RULE)
            String signedOffBy) {}

    record Extension(
            @NotNull OffsetDateTime until,
            @NotBlank @Size(max = Acts.LONGEST_NOTE) String reason) {}

    /** @param until needed where it is granted: as asked for, or less */
    record ExtensionDecision(
            @NotNull Boolean granted,
            @Nullable OffsetDateTime until,
            @NotBlank @Size(max = Acts.LONGEST_NOTE) String reason) {}

    record Suspension(
            @NotNull SuspensionCause cause, @NotNull OffsetDateTime reviewAt) {}

    record Resumption(@NotNull ResumptionCause cause) {}

    /** To a unit directly below, or to whoever works in a grid: one of the two. */
    record HandDownRequest(
            @Nullable @Size(min = 1, max = 100) String unit,

            @Nullable @Pattern(regexp = "[0-9]{15}", message = "must be the code of a grid, 15 digits")
            String grid,

            @Nullable @Size(max = Acts.LONGEST_NOTE) String note) {}
}
