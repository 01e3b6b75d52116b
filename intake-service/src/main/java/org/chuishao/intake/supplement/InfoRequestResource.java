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

/** Questions to the citizen for what is missing. */
@Path("/api/v1/tickets/{id}/info-requests")
class InfoRequestResource {

    private final AskForMore askForMore;

    InfoRequestResource(AskForMore askForMore) {
        this.askForMore = askForMore;
    }

    @POST
    @RolesAllowed(Roles.AGENT)
    @Operation(
            summary = "Ask the citizen for what is missing",
            description =
                    "The ticket waits in NEEDS_INFO, at most 3 times a round. What endangers life is never held for it.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    @APIResponse(
            responseCode = "409",
            description =
                    "Not before dispatch, asked often enough, or danger to life; names the state and what it allows")
    public Uni<Response> ask(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "1 to 200 characters, new for each act; a repeated one does nothing again",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Valid @NotNull InfoRequest request) {
        return askForMore.ask(id, request, key).map(Replies::http);
    }
}
