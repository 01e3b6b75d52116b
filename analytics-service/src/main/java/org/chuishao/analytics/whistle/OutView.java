package org.chuishao.analytics.whistle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of whistles that are out.
 *
 * @param next the cursor of the next page, null on the last
 */
@Schema(name = "WhistlesOut")
record OutView(
        String region,
        String regionName,
        OffsetDateTime at,
        List<Whistle> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /** A whistle that was blown and is not over. */
    @Schema(name = "WhistleOut")
    record Whistle(
            UUID whistle,
            UUID ticket,

            @Schema(description = "Absent of reports and secret tickets") @Nullable
            String number,

            WhistleKind kind,
            String kindLabel,
            String region,
            String regionName,
            OffsetDateTime blownAt,

            @Schema(description = "Absent while nobody has confirmed it") @Nullable
            OffsetDateTime confirmedAt,

            List<Department> departments,

            @Schema(description = "Names of the departments that have not come, released ones left out")
            List<String> missing) {}

    /** A department that is called. */
    @Schema(name = "WhistleDepartment")
    record Department(
            String unit,
            String unitName,
            @Nullable OffsetDateTime signedAt,
            @Nullable OffsetDateTime arrivedAt,

            @Schema(description = "When its objection was upheld; nobody waits for it") @Nullable
            OffsetDateTime releasedAt) {

        boolean missing() {
            return arrivedAt == null && releasedAt == null;
        }
    }
}
