package org.chuishao.analytics.ladder;

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

/** The six-level ladder (六级联动): what stands with each level, and what climbs. */
@Path("/api/v1/ladder")
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
class LadderResource {

    private static final int HIGHEST_LIMIT = 500;

    private final ShowLadder show;
    private final SeenRegions seen;
    private final Clock clock;

    LadderResource(ShowLadder show, SeenRegions seen, Clock clock) {
        this.show = show;
        this.seen = seen;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "What stands with each of the six levels, and what climbs",
            description =
                    "A ticket stands with who has it: the grid where somebody there has the lead's part, otherwise the level"
                            + " of the lead unit, and before any unit has it the city, whose the hotline is. It stands with the highest of"
                            + " those who were told above (升级) or supervise it (督办), until it is dispatched anew, its result is in, or it"
                            + " is over.")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    public Uni<LadderView> ladder(
            @Parameter(description = "Division code; what lies in it and in the caller's scope")
                    @QueryParam("region")
                    @DefaultValue(RegionCode.PROVINCE)
                    String region,
            @Parameter(description = "next of the page before") @QueryParam("after") @Nullable String after,
            @Parameter(description = "Climbs in a page, 1 to " + HIGHEST_LIMIT) @QueryParam("limit") @DefaultValue("50")
                    int limit) {
        seen.require(region);
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw Problem.invalid("limit", "must be from 1 to " + HIGHEST_LIMIT);
        }
        Place place = Place.of("after", after, ShowLadder.FIRST);
        return show.of(region, place, place.id("after"), limit, clock.instant());
    }
}
