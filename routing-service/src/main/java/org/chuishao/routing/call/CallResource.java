package org.chuishao.routing.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.routing.call.CallRequest.Answer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Calls to duty desks about a danger to life. */
@Path("/api/v1/dispatches/{ticket}/calls")
@RolesAllowed({Roles.DISPATCHER, Roles.AGENT, Roles.DUTY_DESK})
@Tag(name = "dispatch")
class CallResource {

    private final RecordCall recordCall;
    private final CurrentScope scope;
    private final ObjectMapper mapper;

    CallResource(RecordCall recordCall, CurrentScope scope, ObjectMapper mapper) {
        this.recordCall = recordCall;
        this.scope = scope;
        this.mapper = mapper;
    }

    @POST
    @Operation(
            summary = "Record that a desk was called about a danger to life (电话交办). Needs an Idempotency-Key.",
            description =
                    "Each call is a node of the ticket. The two minutes run until one is recorded that reached a desk,"
                            + " with its recording or words of what was said.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong, or the unit is no duty desk of the place")
    @APIResponse(responseCode = "404", description = "There is no such ticket in scope")
    @APIResponse(responseCode = "409", description = "It is no danger to life that a unit has; the state is named")
    public Uni<Response> record(
            UUID ticket,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @Valid @NotNull CallRequest request) {
        String path = "/api/v1/dispatches/" + ticket + "/calls";
        IdempotentCall call = IdempotentCall.of(scope.get().subject(), path, key, request, mapper);
        return recordCall.record(call, ticket, request).map(Reply::response);
    }
}
