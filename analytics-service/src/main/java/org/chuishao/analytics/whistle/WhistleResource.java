package org.chuishao.analytics.whistle;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.analytics.page.Place;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whistles that are out, and who has not come. */
@Path("/api/v1/whistles-out")
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
class WhistleResource {

    private static final int HIGHEST_LIMIT = 500;

    private final WhistlesOut whistles;
    private final SeenRegions seen;
    private final Clock clock;

    WhistleResource(WhistlesOut whistles, SeenRegions seen, Clock clock) {
        this.whistles = whistles;
        this.seen = seen;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Whistles that are out, the newest first, and which departments have not come",
            description =
                    "Out is what was blown and is neither closed nor refused. A department is shown those that call it.")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    public Uni<OutView> out(
            @Parameter(description = "Division code; what lies in it and in the caller's scope")
                    @QueryParam("region")
                    @DefaultValue(RegionCode.PROVINCE)
                    String region,
            @Parameter(description = "next of the page before") @QueryParam("after") @Nullable String after,
            @Parameter(description = "1 to " + HIGHEST_LIMIT) @QueryParam("limit") @DefaultValue("50") int limit) {
        seen.require(region);
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw Problem.invalid("limit", "must be from 1 to " + HIGHEST_LIMIT);
        }
        Place place = Place.of("after", after, WhistlesOut.FIRST);
        return whistles.of(region, place, place.id("after"), limit, clock.instant());
    }
}
