package org.chuishao.intake.answer;

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

/** Direct answers. */
@Path("/api/v1/tickets/{id}/answers")
class AnswerResource {

    private final AnswerTicket answerTicket;

    AnswerResource(AnswerTicket answerTicket) {
        this.answerTicket = answerTicket;
    }

    @POST
    @RolesAllowed(Roles.AGENT)
    @Operation(
            summary = "Answer a ticket at once, without dispatching it",
            description =
                    "The citizen is then called back or rates it: solved closes it, /reopenings takes it up for dispatch.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    @APIResponse(
            responseCode = "409",
            description = "Dispatched or settled already; names the state and what it allows")
    public Uni<Response> answer(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "1 to 200 characters, new for each act; a repeated one does nothing again",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Valid @NotNull AnswerRequest request) {
        return answerTicket.answer(id, request, key).map(Replies::http);
    }
}
