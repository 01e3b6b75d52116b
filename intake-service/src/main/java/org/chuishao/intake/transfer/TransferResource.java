package org.chuishao.intake.transfer;

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

/** Transfers to the emergency services. */
@Path("/api/v1/tickets/{id}/transfers")
class TransferResource {

    private final HandOver handOver;

    TransferResource(HandOver handOver) {
        this.handOver = handOver;
    }

    @POST
    @RolesAllowed({Roles.AGENT, Roles.DUTY_DESK})
    @Operation(
            summary = "Hand a ticket to 110, 119, 120 or 122",
            description =
                    "Before dispatch the ticket waits in TRANSFERRED for the receipt; where units have it already they go on beside it.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    @APIResponse(
            responseCode = "409",
            description = "Settled, or an earlier transfer waits for its receipt; names the state and what it allows")
    public Uni<Response> handOver(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "1 to 200 characters, new for each act; a repeated one does nothing again",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Valid @NotNull TransferRequest request) {
        return handOver.handOver(id, request, key).map(Replies::http);
    }
}
