package org.chuishao.analytics.warning.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.chuishao.analytics.matter.Categories;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A supply network: what hangs on one station, pipe or transformer and fails together. */
@Schema(description = "What hangs on one station, pipe or transformer and fails together")
record Network(
        @Schema(description = "As people call it", examples = "滑翔换热站", required = true) @NotBlank @Size(max = 100)
        String name,

        @Schema(description = "First part of the categories that concern it", examples = "HEATING", required = true)
        @NotBlank
        @Size(max = 100)
        String line,

        @Schema(description = "The unit that runs it") @Nullable
        String unit,

        @Schema(description = "Division code of where it stands", examples = "210106", required = true) @NotNull
        String region,

        @Schema(description = "What it supplies, up to 2,000 places", required = true)
        @NotNull
        @Size(min = 1, max = 2_000)
        List<@Valid @NotNull Reach> reaches) {

    /** One place that it supplies, with all that lies below it. */
    record Reach(
            @Schema(description = "Division code", examples = "210106007003", required = true) @NotNull
            String region,

            @Schema(
                    description =
                            "Estates or buildings: then only complaints whose words hold one of these names are on it."
                                    + " Absent: all of the place.")
            @Size(max = 500)
            @Nullable
            List<@NotBlank @Size(min = 2, max = 50) String> names) {

        List<String> namesOrNone() {
            return names == null ? List.of() : names;
        }
    }

    boolean concerns(String category) {
        return Categories.within(category, line);
    }

    /** Whether a complaint of a place is on it, by the names that its words hold. */
    boolean reaches(String place, List<String> namesInWords) {
        return reaches.stream()
                .filter(reach -> place.startsWith(reach.region()))
                .anyMatch(reach -> reach.namesOrNone().isEmpty()
                        || reach.namesOrNone().stream().anyMatch(namesInWords::contains));
    }
}
