package org.chuishao.analytics.calls;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The call centre's own counts, which the connection rate (接通率) is made of. */
@Path("/api/v1/call-counts")
@Tag(name = "figures")
class CallCountResource {

    /** Digits of a province and of a city. */
    private static final Set<Integer> HOTLINES = Set.of(2, 4);

    private final KeepCallCount keep;
    private final SeenRegions seen;
    private final Clock clock;

    CallCountResource(KeepCallCount keep, SeenRegions seen, Clock clock) {
        this.keep = keep;
        this.seen = seen;
        this.clock = clock;
    }

    @PUT
    @Path("/{region}/{day}")
    @RolesAllowed(Roles.CALL_CENTRE)
    @Operation(
            summary = "The calls of a hotline on a day",
            description =
                    "Sent again it takes the place of what was sent before, so that a correction changes the figures"
                            + " of its day, and a repetition nothing. Where a province counts a day as a whole, what its"
                            + " cities have sent is counted for each of them only.")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "400", description = "A count, the region or the day is wrong")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    public Uni<Void> keep(
            @Parameter(description = "Division code of the province or city whose hotline it is") @PathParam("region")
                    String region,
            @Parameter(description = "Day in Asia/Shanghai, such as 2026-11-23; not one to come") @PathParam("day")
                    String day,
            @Valid @NotNull CallCount count) {
        LocalDate of = Period.day("day", day);
        if (new Period(of, of).begin().isAfter(clock.instant())) {
            throw Problem.invalid("day", "must not be to come");
        }
        if (!HOTLINES.contains(region.length())) {
            throw Problem.invalid("region", "must be the division code of a province or a city");
        }
        seen.requireWhole("region", region);
        count.check();
        return keep.of(region, of, count);
    }
}
