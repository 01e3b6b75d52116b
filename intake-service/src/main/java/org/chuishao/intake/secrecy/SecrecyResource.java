package org.chuishao.intake.secrecy;

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

/** Secrecy of tickets. */
@Path("/api/v1/tickets/{id}/secrecy")
class SecrecyResource {

    private final ChangeSecrecy changeSecrecy;

    SecrecyResource(ChangeSecrecy changeSecrecy) {
        this.changeSecrecy = changeSecrecy;
    }

    @POST
    @RolesAllowed({Roles.AGENT, Roles.REVIEWER, Roles.CITIZEN})
    @Operation(
            summary = "Make a ticket secret, or no longer",
            description = "Of a secret ticket whoever handles it learns the facts only. It holds from the commit on.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    @APIResponse(responseCode = "409", description = "Not known to the log yet; names the state and what it allows")
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "1 to 200 characters, new for each act; a repeated one does nothing again",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Valid @NotNull SecrecyRequest request) {
        return changeSecrecy.change(id, request, key).map(Replies::http);
    }
}
