package org.chuishao.intake.exclusion;

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

/** Decisions on what is left out of the rates. */
@Path("/api/v1/tickets/{id}/exclusions")
class ExclusionResource {

    private final DecideExclusion decideExclusion;

    ExclusionResource(DecideExclusion decideExclusion) {
        this.decideExclusion = decideExclusion;
    }

    @POST
    @RolesAllowed({Roles.REVIEWER, Roles.ADJUDICATOR})
    @Operation(
            summary = "Decide whether a ticket is left out of the rates",
            description = "Each decision is a node with its ground, whether granted or not.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    @APIResponse(responseCode = "409", description = "Archived; names the state and what it allows")
    public Uni<Response> decide(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "1 to 200 characters, new for each act; a repeated one does nothing again",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Valid @NotNull ExclusionRequest request) {
        return decideExclusion.decide(id, request, key).map(Replies::http);
    }
}
