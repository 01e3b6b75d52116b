package org.chuishao.intake.promise;

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

/** Promises to citizens. */
@Path("/api/v1/tickets/{id}/promises")
class PromiseResource {

    private final PromiseHandling promiseHandling;

    PromiseResource(PromiseHandling promiseHandling) {
        this.promiseHandling = promiseHandling;
    }

    @POST
    @RolesAllowed({Roles.REVIEWER, Roles.ADJUDICATOR})
    @Operation(
            summary = "Promise a matter for a date, with milestones",
            description =
                    "At most 9 months ahead. The ticket's severity becomes PROMISED, which has clocks of its own. While its date"
                            + " is to come it may be closed as PROMISED (/closures): no clock runs to that date then, but the"
                            + " window for taking it up again (/reopenings) counts from it, and only after that window is it"
                            + " archived. That a milestone is reached is told by the unit's reports, or by a correction"
                            + " beside the promise (/corrections).")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    @APIResponse(responseCode = "409", description = "In nobody's hands; names the state and what it allows")
    public Uni<Response> promise(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "1 to 200 characters, new for each act; a repeated one does nothing again",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Valid @NotNull PromiseRequest request) {
        return promiseHandling.promise(id, request, key).map(Replies::http);
    }
}
