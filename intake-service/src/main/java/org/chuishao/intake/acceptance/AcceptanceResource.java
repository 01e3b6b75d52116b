package org.chuishao.intake.acceptance;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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

/** Acceptances of waiting tickets. */
@Path("/api/v1/tickets/{id}/acceptances")
class AcceptanceResource {

    private final AcceptTicket acceptTicket;

    AcceptanceResource(AcceptTicket acceptTicket) {
        this.acceptTicket = acceptTicket;
    }

    @POST
    @RolesAllowed(Roles.AGENT)
    @Operation(summary = "Accept a ticket that waits in RECEIVED; it goes on to dispatch")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    @APIResponse(responseCode = "409", description = "Not in RECEIVED; names the state and what it allows")
    public Uni<Response> accept(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "1 to 200 characters, new for each act; a repeated one does nothing again",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Nullable AcceptanceRequest request) {
        return acceptTicket
                .accept(id, request == null ? new AcceptanceRequest(null) : request, key)
                .map(Replies::http);
    }
}
