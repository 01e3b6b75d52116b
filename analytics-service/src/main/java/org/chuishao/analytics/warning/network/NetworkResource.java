package org.chuishao.analytics.warning.network;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Supply networks, as those who run them know them. */
@Path("/api/v1/networks")
@Tag(name = "warnings")
class NetworkResource {

    private final KeepNetwork keep;
    private final SeenRegions seen;

    NetworkResource(KeepNetwork keep, SeenRegions seen) {
        this.keep = keep;
        this.seen = seen;
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed({Roles.ANALYST, Roles.OPS})
    @Operation(
            summary = "Say what hangs on a station, pipe or transformer",
            description = "Said again it takes the place of what was said before. It counts for tickets that come in or"
                    + " change from some seconds on; what is known of a ticket's words is known from when it came in.")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "404", description = "A region lies outside the scope of the token")
    public Uni<Void> keep(
            @Parameter(description = "The operator's own code, up to 64 letters, digits, '-', '_' or '.'")
                    @PathParam("code")
                    String code,
            @Valid @NotNull Network network) {
        if (!code.matches("[A-Za-z0-9._-]{1,64}")) {
            throw Problem.invalid("code", "must be 1 to 64 letters, digits, '-', '_' or '.'");
        }
        seen.requireWhole("region", network.region());
        network.reaches().forEach(reach -> seen.requireWhole("reaches.region", reach.region()));
        return keep.of(code, network);
    }
}
