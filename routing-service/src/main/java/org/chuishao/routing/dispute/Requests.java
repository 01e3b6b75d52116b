package org.chuishao.routing.dispute;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.fold.State;
import org.jspecify.annotations.Nullable;

/** What the API takes and answers about a dispute. */
final class Requests {

    private Requests() {}

    /**
     * @param ground for people; sealed on the log
     * @param units none of which says that it is its own
     */
    record DisputeRequest(
            @NotNull UUID ticket,
            @NotBlank @Size(max = 2_000) String ground,
            @NotNull @Size(min = 2, max = 10) List<@NotBlank @Size(max = 100) String> units) {}

    /**
     * The conference's word.
     *
     * @param region where it is, if the conference knows better than what was found
     * @param minutes reference of its record
     */
    record DesignationRequest(
            @NotBlank @Size(max = 100) String leadUnit,
            @Size(max = 20) @Nullable List<@NotBlank @Size(max = 100) String> assistingUnits,

            @Pattern(
                    regexp = "[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}",
                    message = "must be a division code of 2, 4, 6, 9, 12 or 15 digits")
            @Nullable
            String region,

            @Pattern(
                    regexp = "[A-Za-z0-9._:/+=-]{1,200}",
                    message = "must be a reference of 1 to 200 letters, digits and . _ : / + = -")
            @Nullable
            String minutes) {

        List<String> assisting() {
            return assistingUnits == null ? List.of() : List.copyOf(assistingUnits);
        }
    }

    /** Where a dispute has brought a ticket. */
    record Answer(
            UUID ticket,
            @Nullable String number,
            State state,
            List<String> units,
            @Nullable String leadUnit) {}
}
