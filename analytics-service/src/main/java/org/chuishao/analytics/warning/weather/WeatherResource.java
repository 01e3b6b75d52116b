package org.chuishao.analytics.warning.weather;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the weather service warns of. */
@Path("/api/v1/weather")
@Tag(name = "warnings")
class WeatherResource {

    private final KeepAlert keep;
    private final SeenRegions seen;

    WeatherResource(KeepAlert keep, SeenRegions seen) {
        this.keep = keep;
        this.seen = seen;
    }

    @PUT
    @Path("/{region}/{day}")
    @RolesAllowed({Roles.ANALYST, Roles.OPS, Roles.DUTY_DESK, Roles.CALL_CENTRE})
    @Operation(
            summary = "Say that the weather service warns of a day",
            description =
                    "From yellow on a plan is due for the matters that such weather brings, and the day's counts of them"
                            + " neither make an ANOMALY nor are compared with. Said again it takes the place of what was said before.")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "400", description = "A field, the region or the day is wrong")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    public Uni<Void> keep(
            @Parameter(description = "Division code") @PathParam("region") String region,
            @Parameter(description = "Day in Asia/Shanghai, such as 2026-11-23; of a forecast one to come")
                    @PathParam("day")
                    String day,
            @Valid @NotNull WeatherAlert alert) {
        LocalDate of = Period.day("day", day);
        seen.requireWhole("region", region);
        return keep.of(region, of, alert);
    }
}
