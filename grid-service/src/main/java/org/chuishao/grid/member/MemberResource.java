package org.chuishao.grid.member;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.chuishao.grid.member.MembershipRequests.Begin;
import org.chuishao.grid.member.MembershipRequests.End;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Several people to a grid (一格多员). */
@Path("/api/v1/grids/{code}/members")
@RolesAllowed({
    Roles.SUPERVISOR,
    Roles.DUTY_DESK,
    Roles.DISPATCHER,
    Roles.ADJUDICATOR,
    Roles.GRID_WORKER,
    Roles.AUDITOR,
    Roles.OPS
})
@Tag(name = "members")
class MemberResource {

    private static final String PATH = "/api/v1/grids/";

    private final Workers workers;
    private final ChangeMembership change;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    MemberResource(Workers workers, ChangeMembership change, CurrentScope current, ObjectMapper mapper) {
        this.workers = workers;
        this.change = change;
        this.current = current;
        this.mapper = mapper;
    }

    @GET
    @Operation(summary = "Who holds which role in the grid now")
    public Uni<Page<MemberView>> list(@RestPath String code) {
        return workers.members(code).map(members -> new Page<>(members, null));
    }

    @POST
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(
            summary =
                    "Somebody works in the grid in a role from now on, or from a day to come. Needs an Idempotency-Key.",
            description = "By the supervisor of the grid's region. The worker is one of the supervisor's regions.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MembershipView.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "404", description = "There is no such grid in force, or none of your regions")
    @APIResponse(responseCode = "409", description = "He holds the role there already")
    public Uni<Response> begin(
            @RestPath String code,
            @Nullable @HeaderParam(IdempotentCall.HEADER) String key,
            @Valid @NotNull Begin body) {
        return change.begin(call(code + "/members", key, body), code, body).map(Reply::response);
    }

    @POST
    @Path("/{worker}/endings")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(
            summary = "Somebody works in the grid no more, in one role or in any. Needs an Idempotency-Key.",
            description =
                    "From then on he sees nothing of it that has his name, whatever his token says, and what he had in"
                            + " hand there goes to whoever holds his role, else to the unit's desk. The past stays as it was.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MembershipView.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "404", description = "He does not work there, or it is none of your regions")
    public Uni<Response> end(
            @RestPath String code,
            @RestPath String worker,
            @Nullable @HeaderParam(IdempotentCall.HEADER) String key,
            @Valid @NotNull End body) {
        return change.end(call(code + "/members/" + worker + "/endings", key, body), code, worker, body)
                .map(Reply::response);
    }

    private IdempotentCall call(String path, @Nullable String key, Object body) {
        return IdempotentCall.of(current.get().subject(), PATH + path, key, body, mapper);
    }
}
