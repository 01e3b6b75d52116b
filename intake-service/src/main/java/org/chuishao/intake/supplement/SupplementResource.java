package org.chuishao.intake.supplement;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.intake.ticket.Replies;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What citizens and agents supply later. */
@Path("/api/v1/tickets/{id}/supplements")
class SupplementResource {

    private final SupplyMore supplyMore;

    SupplementResource(SupplyMore supplyMore) {
        this.supplyMore = supplyMore;
    }

    @POST
    @RolesAllowed({Roles.AGENT, Roles.CALL_CENTRE, Roles.CITIZEN})
    @Operation(
            summary = "Supply words, the place or a contact, asked for or not",
            description =
                    "A ticket in NEEDS_INFO goes back to where it was asked from. Before dispatch the place becomes the ticket's. A contact is kept with the caller, sealed, and never leaves intake but by a reveal.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    @APIResponse(responseCode = "409", description = "Settled already; names the state and what it allows")
    public Uni<Response> supply(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "1 to 200 characters, new for each act; a repeated one does nothing again",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Valid @NotNull SupplementRequest request) {
        return supplyMore.supply(id, request, key).map(Replies::http);
    }
}
