package org.chuishao.routing.dispatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Dispatches made by a dispatcher. */
@Path(DispatchResource.PATH)
@RolesAllowed(Roles.DISPATCHER)
@Tag(name = "dispatch")
class DispatchResource {

    static final String PATH = "/api/v1/dispatches";

    private final DispatchTicket dispatchTicket;
    private final CurrentScope scope;
    private final ObjectMapper mapper;

    DispatchResource(DispatchTicket dispatchTicket, CurrentScope scope, ObjectMapper mapper) {
        this.dispatchTicket = dispatchTicket;
        this.scope = scope;
        this.mapper = mapper;
    }

    /** 404 where the ticket is out of scope, 409 with the state where it does not wait for a dispatch. */
    @POST
    @Operation(
            summary =
                    "Dispatch a waiting ticket to a lead unit and those that assist it (派单). Needs an Idempotency-Key.",
            description =
                    "A unit has to serve the place; a lead unit of an industry line only leads matters of its line."
                            + " Where category, severity or region are not what was found, that is kept as an override"
                            + " with the reason. What has gone out is not dispatched again: its unit gives it back (退单).")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Dispatched.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong, or a unit does not serve the matter")
    @APIResponse(responseCode = "404", description = "There is no such ticket in scope")
    @APIResponse(
            responseCode = "409",
            description =
                    "It does not wait for a dispatch: the state is named; or another dispatcher has it in hand: claimedBy, claimedUntil")
    public Uni<Response> dispatch(
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key, @Valid @NotNull DispatchRequest request) {
        IdempotentCall call = IdempotentCall.of(scope.get().subject(), PATH, key, request, mapper);
        return dispatchTicket.dispatch(call, request).map(Reply::response);
    }
}
