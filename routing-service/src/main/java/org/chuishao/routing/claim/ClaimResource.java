package org.chuishao.routing.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A waiting ticket taken in hand. */
@Path(NextClaimResource.QUEUE + "/{ticket}/claims")
@RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR})
@Tag(name = "dispatch")
class ClaimResource {

    private final ClaimTicket claimTicket;
    private final CurrentScope scope;
    private final ObjectMapper mapper;

    ClaimResource(ClaimTicket claimTicket, CurrentScope scope, ObjectMapper mapper) {
        this.claimTicket = claimTicket;
        this.scope = scope;
        this.mapper = mapper;
    }

    @POST
    @Operation(
            summary = "Take a waiting ticket in hand for some minutes, or prolong that. Needs an Idempotency-Key.",
            description = "Until it runs out nobody else dispatches it or sends the grid to look, but for a danger to"
                    + " life. A supervisor takes it over with a reason (takeOver), which is kept; given back then, it is"
                    + " anybody's.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Claimed.class)))
    @APIResponse(responseCode = "403", description = "Only a supervisor takes over")
    @APIResponse(responseCode = "404", description = "No such ticket waits in scope")
    @APIResponse(responseCode = "409", description = "Another one has it in hand: claimedBy, claimedUntil")
    public Uni<Response> claim(
            UUID ticket,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @Context SecurityContext caller,
            @Valid ClaimTicket.@Nullable Request request) {
        String takeOver = request == null ? null : request.takeOver();
        if (takeOver != null && !caller.isUserInRole(Roles.SUPERVISOR)) {
            throw Problem.forbidden("Only a supervisor takes a ticket over.");
        }
        String path = NextClaimResource.QUEUE + "/" + ticket + "/claims";
        IdempotentCall call =
                IdempotentCall.of(scope.get().subject(), path, key, takeOver == null ? "" : takeOver, mapper);
        return claimTicket.claim(call, ticket, takeOver).map(Reply::response);
    }

    @DELETE
    @Operation(summary = "Give a ticket back that one has in hand: anybody may claim it. Does nothing a second time.")
    @APIResponse(responseCode = "204", description = "Nobody has it in hand")
    @APIResponse(responseCode = "404", description = "No such ticket waits in scope")
    @APIResponse(responseCode = "409", description = "Another one has it in hand: claimedBy, claimedUntil")
    public Uni<Void> giveBack(UUID ticket) {
        return claimTicket.giveBack(ticket);
    }
}
