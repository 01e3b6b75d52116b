package org.chuishao.intake.callback;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.intake.ticket.Replies;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Calls back, and ratings by the citizens themselves. */
@Path("/api/v1/tickets/{id}")
class CallbackResource {

    private static final String KEY = "1 to 200 characters, new for each attempt: a repeated one would count twice";

    private final CallCitizenBack callCitizenBack;
    private final ReadCallbacks readCallbacks;
    private final CurrentScope scope;

    CallbackResource(CallCitizenBack callCitizenBack, ReadCallbacks readCallbacks, CurrentScope scope) {
        this.callCitizenBack = callCitizenBack;
        this.readCallbacks = readCallbacks;
        this.scope = scope;
    }

    @GET
    @Path("/callbacks")
    @RolesAllowed({Roles.AGENT, Roles.REVIEWER, Roles.AUDITOR})
    @Operation(summary = "The attempts to call the citizen back and his own ratings, the first first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallbackList.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    public Uni<CallbackList> callbacks(@PathParam("id") UUID id) {
        return readCallbacks.of(id, scope.get());
    }

    @POST
    @Path("/callbacks")
    @RolesAllowed(Roles.AGENT)
    @Operation(
            summary = "Record an attempt to call the citizen back",
            description =
                    "Reached and solved closes the ticket; reached and not solved, or solved but dissatisfied with"
                            + " ground (withGround), orders rework (2 rounds at most); after the last one it waits in"
                            + " PENDING_CALLBACK for another verdict or for a closure (/closures);"
                            + " 3 attempts at different times that reach nobody close it as unreachable. A merged ticket's"
                            + " citizen is called back once its parent's result is there (/tickets?callbackDue=true).")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    @APIResponse(responseCode = "409", description = "Not to be called back now; names the state and what it allows")
    public Uni<Response> callBack(
            @PathParam("id") UUID id,
            @Parameter(description = KEY, required = true) @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @Valid @NotNull CallbackRequest request) {
        return callCitizenBack.callBack(id, "callbacks", request, key).map(Replies::http);
    }

    @POST
    @Path("/ratings")
    @RolesAllowed(Roles.CITIZEN)
    @Operation(summary = "Give the citizen's own verdict on a result or an answer, without a call")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "404", description = "No such ticket of this citizen")
    @APIResponse(responseCode = "409", description = "Not to be rated now; names the state and what it allows")
    public Uni<Response> rate(
            @PathParam("id") UUID id,
            @Parameter(description = KEY, required = true) @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @Valid @NotNull RatingRequest request) {
        return callCitizenBack
                .callBack(id, "ratings", request.asCallback(), key)
                .map(Replies::http);
    }
}
