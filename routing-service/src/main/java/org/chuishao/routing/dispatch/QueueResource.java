package org.chuishao.routing.dispatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
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

/** What waits for a dispatcher. */
@Path(QueueResource.PATH)
@RolesAllowed(Roles.DISPATCHER)
@Tag(name = "dispatch")
class QueueResource {

    static final String PATH = "/api/v1/dispatch-queue";

    private final DispatchQueue queue;
    private final AskForVerification verification;
    private final CurrentScope scope;
    private final ObjectMapper mapper;

    QueueResource(DispatchQueue queue, AskForVerification verification, CurrentScope scope, ObjectMapper mapper) {
        this.queue = queue;
        this.verification = verification;
        this.scope = scope;
        this.mapper = mapper;
    }

    /** The most urgent first, then the longest waiting. */
    @GET
    @Operation(summary = "What waits for a dispatcher, in scope: the most urgent first, then the longest waiting")
    public Uni<QueuePage> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return queue.page(QueuePage.Mark.of(cursor), limit);
    }

    @GET
    @Path("/{ticket}")
    @Operation(summary = "A ticket that waits for a dispatcher")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QueuePage.Item.class)))
    @APIResponse(responseCode = "404", description = "No such ticket waits in scope")
    public Uni<QueuePage.Item> one(UUID ticket) {
        return queue.one(ticket);
    }

    @POST
    @Path("/{ticket}/verification")
    @Operation(
            summary = "Ask the grid to look where place or fact is not clear (网格核实). Needs an Idempotency-Key.",
            description = "The ticket comes back with the answer. Never where life is in danger.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AskForVerification.Answer.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "404", description = "There is no such ticket in scope")
    @APIResponse(
            responseCode = "409",
            description =
                    "It does not wait for a dispatch: the state is named; or another dispatcher has it in hand: claimedBy, claimedUntil")
    public Uni<Response> verify(
            UUID ticket,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @Valid @NotNull AskForVerification.Question question) {
        String path = PATH + "/" + ticket + "/verification";
        IdempotentCall call = IdempotentCall.of(scope.get().subject(), path, key, question, mapper);
        return verification.ask(call, ticket, question).map(Reply::response);
    }
}
