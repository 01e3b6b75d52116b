package org.chuishao.analytics.heat;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.chuishao.analytics.figures.Level;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.analytics.word.China;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where it is hot: what came in, what is open, what is late, and what is warned of, by place. */
@Path("/api/v1/heatmap")
@RolesAllowed({
    Roles.ANALYST,
    Roles.SUPERVISOR,
    Roles.DUTY_DESK,
    Roles.DISPATCHER,
    Roles.AUDITOR,
    Roles.OPS,
    Roles.CALL_CENTRE,
    Roles.UNIT
})
@Tag(name = "cockpit")
class HeatResource {

    private static final int LONGEST_HOURS = 168;

    private final Heat heat;
    private final Places places;
    private final Regions regions;
    private final SeenRegions seen;
    private final Clock clock;

    HeatResource(Heat heat, Places places, Regions regions, SeenRegions seen, Clock clock) {
        this.heat = heat;
        this.places = places;
        this.regions = regions;
        this.seen = seen;
        this.clock = clock;
    }

    record HeatMap(String region, String regionName, String level, OffsetDateTime at, int hours, List<Place> items) {}

    @GET
    @Operation(
            summary = "What came in, is open, is late and is warned of, by place",
            description =
                    "Every place of the level in the caller's scope is in it, also with nothing to count; grids only where"
                            + " there is something. What is known no nearer than a larger place is counted there. A unit is shown"
                            + " the tickets that it has or had a part in, and no warnings.")
    @APIResponse(responseCode = "200", description = "The places, by their codes")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong, or there would be more than " + Places.MOST + " places")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    public Uni<HeatMap> heat(
            @Parameter(description = "Division code; what lies in it and in the caller's scope")
                    @QueryParam("region")
                    @DefaultValue(RegionCode.PROVINCE)
                    String region,
            @Parameter(description = "province, city, county, town, community or grid")
                    @QueryParam("level")
                    @DefaultValue("city")
                    String level,
            @Parameter(description = "Within how many hours received counts, 1 to " + LONGEST_HOURS)
                    @QueryParam("hours")
                    @DefaultValue("24")
                    int hours) {
        seen.require(region);
        Level asked = Level.of(level);
        if (hours < 1 || hours > LONGEST_HOURS) {
            throw Problem.invalid("hours", "must be from 1 to " + LONGEST_HOURS);
        }
        return heat.counts(region, asked, hours, clock.instant())
                .map(counted -> new HeatMap(
                        region,
                        regions.nameOf(region),
                        asked.label(),
                        China.at(counted.at()),
                        hours,
                        places.of(region, asked, counted.places())));
    }
}
