package org.chuishao.routing.returns;

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
import org.chuishao.routing.page.Mark;
import org.chuishao.routing.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Returns that wait for an adjudicator, and what is decided. */
@Path(ReturnResource.PATH)
@RolesAllowed(Roles.ADJUDICATOR)
@Tag(name = "returns")
class ReturnResource {

    static final String PATH = "/api/v1/returns";

    private final Returns returns;
    private final AdjudicateReturn adjudicateReturn;
    private final CurrentScope scope;
    private final ObjectMapper mapper;

    ReturnResource(Returns returns, AdjudicateReturn adjudicateReturn, CurrentScope scope, ObjectMapper mapper) {
        this.returns = returns;
        this.adjudicateReturn = adjudicateReturn;
        this.scope = scope;
        this.mapper = mapper;
    }

    @GET
    @Operation(summary = "Returns that wait for an adjudicator (退单待审), in scope: the oldest first")
    public Uni<Page<ReturnView>> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return returns.page(Mark.of(cursor), limit);
    }

    /** 404 where the return is out of scope, 409 with the state where it does not wait any more. */
    @POST
    @Path("/{assignment}/adjudication")
    @Operation(
            summary = "Grant a return, or refuse it (退单审核). Needs an Idempotency-Key.",
            description = "Granted, the ticket waits for a dispatcher; a second unit's return makes it a dispute."
                    + " Refused, the unit has it back with its deadline kept.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Adjudication.Answer.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "404", description = "There is no such return in scope")
    @APIResponse(responseCode = "409", description = "It does not wait for an adjudicator; the state is named")
    public Uni<Response> adjudicate(
            UUID assignment,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @Valid @NotNull Adjudication.Request request) {
        String path = PATH + "/" + assignment + "/adjudication";
        IdempotentCall call = IdempotentCall.of(scope.get().subject(), path, key, request, mapper);
        return adjudicateReturn.adjudicate(call, assignment, request).map(Reply::response);
    }
}
