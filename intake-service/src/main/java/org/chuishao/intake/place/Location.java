package org.chuishao.intake.place;

import org.chuishao.mesh.event.Place.Crs;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the matter is, as it comes in. */
@Schema(description = "Where the matter is, as well as it is known")
public record Location(
        @Schema(description = "In the citizen's words", maxLength = 500) @Nullable
        String text,

        @Schema(
                description = "Division code of any level: 2, 4, 6, 9, 12 or (grid) 15 digits",
                examples = "210102001002")
        @Nullable
        String region,

        @Schema(description = "Degrees, in the system that crs names") @Nullable
        Double longitude,

        @Schema(description = "Degrees, in the system that crs names") @Nullable
        Double latitude,

        @Schema(description = "Coordinate system, needed with a position: they lie hundreds of metres apart") @Nullable
        Crs crs) {}
