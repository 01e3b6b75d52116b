package org.chuishao.intake.merge;

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

/** Merges of tickets. */
@Path("/api/v1/tickets/{id}/merges")
class MergeResource {

    private final MergeTicket mergeTicket;

    MergeResource(MergeTicket mergeTicket) {
        this.mergeTicket = mergeTicket;
    }

    @POST
    @RolesAllowed({Roles.AGENT, Roles.DISPATCHER})
    @Operation(
            summary = "Merge this ticket into another about the same matter",
            description =
                    "It takes the parent's result, and its caller is answered and called back like the parent's. Both have to be in the scope of the token; a merged ticket is no parent.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    @APIResponse(
            responseCode = "409",
            description = "Not to be merged now, or not into that one; names the state and what it allows")
    public Uni<Response> merge(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "1 to 200 characters, new for each act; a repeated one does nothing again",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Valid @NotNull MergeRequest request) {
        return mergeTicket.merge(id, request, key).map(Replies::http);
    }
}
