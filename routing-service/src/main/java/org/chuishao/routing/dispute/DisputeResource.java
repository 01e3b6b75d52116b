package org.chuishao.routing.dispute;

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
import org.chuishao.routing.dispute.Requests.Answer;
import org.chuishao.routing.dispute.Requests.DesignationRequest;
import org.chuishao.routing.dispute.Requests.DisputeRequest;
import org.chuishao.routing.page.Mark;
import org.chuishao.routing.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Disputes that wait for a conference, and its word. */
@Path(DisputeResource.PATH)
@RolesAllowed(Roles.ADJUDICATOR)
@Tag(name = "disputes")
class DisputeResource {

    static final String PATH = "/api/v1/disputes";

    private final Disputes disputes;
    private final SettleDispute settle;
    private final CurrentScope scope;
    private final ObjectMapper mapper;

    DisputeResource(Disputes disputes, SettleDispute settle, CurrentScope scope, ObjectMapper mapper) {
        this.disputes = disputes;
        this.settle = settle;
        this.scope = scope;
        this.mapper = mapper;
    }

    @GET
    @Operation(summary = "Disputes that wait for a conference (争议裁定), in scope: the oldest first")
    public Uni<Page<Disputes.View>> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return disputes.page(Mark.of(cursor), limit);
    }

    @POST
    @RolesAllowed({Roles.ADJUDICATOR, Roles.DISPATCHER})
    @Operation(
            summary = "Bring a matter that two units deny before a conference (争议). Needs an Idempotency-Key.",
            description = "The second return that is granted does the same by itself.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "404", description = "There is no such ticket in scope")
    @APIResponse(responseCode = "409", description = "Its state does not allow it, or a conference has named the lead")
    public Uni<Response> dispute(
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key, @Valid @NotNull DisputeRequest request) {
        return settle.dispute(call(PATH, key, request), request).map(Reply::response);
    }

    @POST
    @Path("/{ticket}/designation")
    @Operation(
            summary = "The conference's word: who leads, and cannot give it back (裁定主办). Needs an Idempotency-Key.",
            description = "A unit has to serve the place; the conference stands above the lines.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong, or a unit does not serve the place")
    @APIResponse(responseCode = "404", description = "There is no such ticket in scope")
    @APIResponse(responseCode = "409", description = "It is not in dispute; the state is named")
    public Uni<Response> designate(
            UUID ticket,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @Valid @NotNull DesignationRequest request) {
        IdempotentCall call = call(PATH + "/" + ticket + "/designation", key, request);
        return settle.designate(call, ticket, request).map(Reply::response);
    }

    private IdempotentCall call(String path, @Nullable String key, Object request) {
        return IdempotentCall.of(scope.get().subject(), path, key, request, mapper);
    }
}
