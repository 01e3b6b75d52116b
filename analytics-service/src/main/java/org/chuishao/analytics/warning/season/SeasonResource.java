package org.chuishao.analytics.warning.season;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The seasons that plans are made for. */
@Path("/api/v1/seasons")
@Tag(name = "warnings")
class SeasonResource {

    private final Seasons seasons;
    private final SeenRegions seen;

    SeasonResource(Seasons seasons, SeenRegions seen) {
        this.seasons = seasons;
        this.seen = seen;
    }

    /** @param code of its own */
    record Item(String code, Season season) {}

    record Items(List<Item> items) {}

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR, Roles.DUTY_DESK, Roles.OPS, Roles.AUDITOR})
    @Operation(summary = "The seasons in the caller's scope, by their first day")
    public Uni<Items> all() {
        return seasons.all().map(Items::new);
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed({Roles.ANALYST, Roles.OPS})
    @Operation(
            summary = "Say when a season brings a matter",
            description =
                    "So many days before it begins a warning SEASON is raised once: a plan is due. Said again it takes the"
                            + " place of what was said before; a warning that was raised stays.")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    public Uni<Void> keep(
            @Parameter(description = "1 to 64 letters, digits, '-', '_' or '.'") @PathParam("code") String code,
            @Valid @NotNull Season season) {
        if (!code.matches("[A-Za-z0-9._-]{1,64}")) {
            throw Problem.invalid("code", "must be 1 to 64 letters, digits, '-', '_' or '.'");
        }
        season.check();
        seen.requireWhole("region", season.region());
        return seasons.keep(code, season);
    }
}
