package org.chuishao.grid.region;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to redraw grids. */
final class Redrawing {

    private static final String GRID = "[0-9]{15}";

    private Redrawing() {}

    /** @param outline a GeoJSON geometry in CGCS2000 */
    record NewGrid(
            @Schema(description = "Never used before, of the same community and kind") @NotNull @Pattern(regexp = GRID)
            String code,

            @NotBlank @Size(max = 100) String name,
            @Min(0) @Max(99_999) @Nullable Integer households,

            @Schema(description = "GeoJSON Polygon or MultiPolygon, CGCS2000", type = SchemaType.OBJECT) @Nullable
            JsonNode outline) {}

    /** @param validFrom null for now */
    record Split(
            @Valid @NotNull @Size(min = 2, max = 20) List<@NotNull NewGrid> grids,

            @Schema(description = "From when; now where nothing is said, a year ahead at most") @Nullable
            OffsetDateTime validFrom) {}

    /** @param validFrom null for now */
    record Merge(
            @Valid @NotNull @Size(min = 2, max = 20) List<@NotNull @Pattern(regexp = GRID) String> codes,
            @Valid @NotNull NewGrid into,

            @Schema(description = "From when; now where nothing is said, a year ahead at most") @Nullable
            OffsetDateTime validFrom) {}

    /** What has been redrawn. */
    record Redrawn(OffsetDateTime validFrom, List<String> ended, List<String> grids) {}
}
