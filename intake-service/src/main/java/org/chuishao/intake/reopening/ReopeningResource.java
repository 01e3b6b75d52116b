package org.chuishao.intake.reopening;

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

/** Tickets that are taken up again. */
@Path("/api/v1/tickets/{id}/reopenings")
class ReopeningResource {

    private final ReopenTicket reopenTicket;

    ReopeningResource(ReopenTicket reopenTicket) {
        this.reopenTicket = reopenTicket;
    }

    @POST
    @RolesAllowed({Roles.AGENT, Roles.CITIZEN})
    @Operation(
            summary = "Take a closed or answered ticket up again, or contest that it was declined",
            description =
                    "Within the window after it was settled (15 days, unless a clock rule says otherwise); then it is archived. A new round begins: a declined ticket waits for an agent again, any other is dispatched anew.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    @APIResponse(
            responseCode = "409",
            description = "Not settled, or the window is over; names the state and what it allows")
    public Uni<Response> reopen(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "1 to 200 characters, new for each act; a repeated one does nothing again",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Valid @NotNull ReopeningRequest request) {
        return reopenTicket.reopen(id, request, key).map(Replies::http);
    }
}
