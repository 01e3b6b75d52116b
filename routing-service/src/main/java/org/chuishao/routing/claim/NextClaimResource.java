package org.chuishao.routing.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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

/** The next ticket of the queue, taken in hand in one call. */
@Path(NextClaimResource.PATH)
@RolesAllowed(Roles.DISPATCHER)
@Tag(name = "dispatch")
class NextClaimResource {

    static final String QUEUE = "/api/v1/dispatch-queue";
    static final String PATH = QUEUE + "/claims";

    private final ClaimTicket claimTicket;
    private final CurrentScope scope;
    private final ObjectMapper mapper;

    NextClaimResource(ClaimTicket claimTicket, CurrentScope scope, ObjectMapper mapper) {
        this.claimTicket = claimTicket;
        this.scope = scope;
        this.mapper = mapper;
    }

    @POST
    @Operation(
            summary = "Take the most urgent ticket in scope in hand that nobody has. Needs an Idempotency-Key.",
            description =
                    "Many may ask at once; no two are given the same one. The same key gives the same ticket again.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Claimed.class)))
    @APIResponse(responseCode = "204", description = "Nothing waits that nobody has in hand")
    public Uni<Response> next(@HeaderParam(IdempotentCall.HEADER) @Nullable String key) {
        IdempotentCall call = IdempotentCall.of(scope.get().subject(), PATH, key, "", mapper);
        return claimTicket
                .claimNext(call)
                .map(Reply::response)
                .onFailure(NothingWaits.class)
                .recoverWithItem(() -> Response.noContent().build());
    }
}
