package org.chuishao.analytics.keyview;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.Units;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many households companies and estates serve, which complaints are set against. */
@Path("/api/v1/households")
@Tag(name = "key views")
class HouseholdResource {

    private final KeepHouseholds keep;
    private final SeenRegions seen;
    private final Units units;

    HouseholdResource(KeepHouseholds keep, SeenRegions seen, Units units) {
        this.keep = keep;
        this.seen = seen;
        this.units = units;
    }

    @PUT
    @Path("/{unit}")
    @RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR})
    @Operation(
            summary = "How many households a unit serves in a year",
            description = "Said again of the same year it is corrected. Who said it stands in the audit.")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(
            responseCode = "404",
            description = "There is no such unit, or it serves more than the token's regions")
    public Uni<Void> keep(
            @Parameter(description = "The unit's id") @PathParam("unit") String unit, @Valid @NotNull Households said) {
        Unit known = units.find(unit).orElseThrow(() -> Problem.notFound("unit"));
        seen.requireWhole("unit", known.region());
        return keep.of(known, said);
    }
}
