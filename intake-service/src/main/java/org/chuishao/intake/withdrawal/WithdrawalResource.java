package org.chuishao.intake.withdrawal;

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

/** Withdrawals of tickets. */
@Path("/api/v1/tickets/{id}/withdrawals")
class WithdrawalResource {

    private final WithdrawTicket withdrawTicket;

    WithdrawalResource(WithdrawTicket withdrawTicket) {
        this.withdrawTicket = withdrawTicket;
    }

    @POST
    @RolesAllowed({Roles.CITIZEN, Roles.AGENT})
    @Operation(summary = "Take a ticket back, by its citizen or for him")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    @APIResponse(responseCode = "409", description = "Settled already; names the state and what it allows")
    public Uni<Response> withdraw(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "1 to 200 characters, new for each act; a repeated one does nothing again",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Valid @NotNull WithdrawalRequest request) {
        return withdrawTicket.withdraw(id, request, key).map(Replies::http);
    }
}
