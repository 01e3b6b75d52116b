package org.chuishao.routing.simulation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.routing.simulation.SimulateCatalogue.Simulated;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** A change of the dispatch catalogue, tried before it goes live. */
@Path("/api/v1/catalogue/simulations")
@RolesAllowed(Roles.OPS)
@Tag(name = "rules")
class SimulationResource {

    private final SimulateCatalogue simulate;

    SimulationResource(SimulateCatalogue simulate) {
        this.simulate = simulate;
    }

    @POST
    @Consumes({"text/csv", "text/tab-separated-values"})
    @Operation(
            summary =
                    "Try a change of the catalogue, given as for an import, on the dispatches of the last days in scope",
            description =
                    "How many of the tickets another unit would lead, from whom to whom, with tickets as examples."
                            + " Urgency, reports, secrecy and conflicts are left aside. Nothing is kept.")
    public Uni<Simulated> simulate(
            byte[] file,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @RestQuery @DefaultValue("30") @Min(1) @Max(92) int days) {
        return simulate.simulate(file, type, days);
    }
}
