package org.chuishao.analytics.keyview;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many households a unit serves. */
@Schema(name = "Households")
record Households(
        @Schema(description = "Households that it serves, 1 to 50,000,000", required = true) @Min(1) @Max(50_000_000)
        int households,

        @Schema(description = "The year that it is of; said again it is corrected", required = true)
        @Min(2000)
        @Max(2100)
        int year,

        @Schema(description = "Who says so, such as a yearbook", required = true) @NotBlank @Size(max = 200)
        String source) {}
