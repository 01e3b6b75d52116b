package org.chuishao.intake.closure;

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

/** Closures of what is not solved. */
@Path("/api/v1/tickets/{id}/closures")
class ClosureResource {

    private final CloseTicket closeTicket;

    ClosureResource(CloseTicket closeTicket) {
        this.closeTicket = closeTicket;
    }

    @POST
    @RolesAllowed({Roles.REVIEWER, Roles.AGENT})
    @Operation(
            summary = "Close a ticket that is explained or promised, and not solved",
            description =
                    "In PENDING_CALLBACK or ANSWERED. EXPLAINED, by a reviewer: UNREASONABLE needs an exclusion that was"
                            + " granted (/exclusions); POLICY and HISTORY need the citizen's word in this round, such as"
                            + " 'not solved' after the last rework. PROMISED needs a promise whose date is still to come"
                            + " (/promises). What is solved is closed by a call back.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "403", description = "Explained by another than a reviewer")
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    @APIResponse(
            responseCode = "409",
            description = "Not to be closed so now; says what is missing, and names the state and what it allows")
    public Uni<Response> close(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "1 to 200 characters, new for each act; a repeated one does nothing again",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Valid @NotNull ClosureRequest request) {
        return closeTicket.close(id, request, key).map(Replies::http);
    }
}
