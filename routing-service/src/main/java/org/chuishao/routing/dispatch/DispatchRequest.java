package org.chuishao.routing.dispatch;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Severity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dispatcher's decision.
 *
 * @param region where it is, if the dispatcher knows better than what was found
 * @param category what it is about: to confirm what was found, or to correct it
 * @param severity how urgent it is, likewise
 * @param reason for people; sealed on the log
 */
record DispatchRequest(
        @NotNull UUID ticket,
        @NotBlank @Size(max = 100) String leadUnit,
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 100) String> assistingUnits,

        @Schema(description = "Division code, if the dispatcher knows better than what was found; within the scope")
        @Pattern(
                regexp = "[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}",
                message = "must be a division code of 2, 4, 6, 9, 12 or 15 digits")
        @Nullable
        String region,

        @Schema(
                description =
                        "Code of a category, to confirm or to correct what was found. Where it is left out, the ticket"
                                + " goes out as what was found, and nothing is learnt from it")
        @Size(max = 100)
        @Nullable
        String category,

        @Schema(description = "If the dispatcher knows better than what was found") @Nullable
        Severity severity,

        @NotBlank @Size(max = 500) String reason) {

    List<String> assisting() {
        return assistingUnits == null ? List.of() : List.copyOf(assistingUnits);
    }
}
