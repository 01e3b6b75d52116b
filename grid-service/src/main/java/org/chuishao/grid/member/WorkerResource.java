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
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.member.MembershipRequests.Move;
import org.chuishao.grid.member.RecordAbsence.Absence;
import org.chuishao.grid.page.Cursor;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** People of the grids and units, as far as the caller's scope reaches. */
@Path(WorkerResource.PATH)
@RolesAllowed({
    Roles.SUPERVISOR,
    Roles.DUTY_DESK,
    Roles.DISPATCHER,
    Roles.ADJUDICATOR,
    Roles.UNIT,
    Roles.GRID_WORKER,
    Roles.AUDITOR,
    Roles.OPS
})
@Tag(name = "members")
class WorkerResource {

    static final String PATH = "/api/v1/workers";

    private final Workers workers;
    private final RecordAbsence absences;
    private final ChangeMembership memberships;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    WorkerResource(
            Workers workers,
            RecordAbsence absences,
            ChangeMembership memberships,
            CurrentScope current,
            ObjectMapper mapper) {
        this.workers = workers;
        this.absences = absences;
        this.memberships = memberships;
        this.current = current;
        this.mapper = mapper;
    }

    @GET
    @Operation(summary = "Workers of the caller's scope, by id; within a region, of a unit")
    public Uni<Page<WorkerView>> list(
            @RestQuery @Nullable String region,
            @RestQuery @Nullable String unit,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        int most = Cursor.limit(limit);
        return workers.page(region, unit, Cursor.key(cursor), most);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A worker of the caller's scope, by post")
    public Uni<WorkerView> get(@RestPath String id) {
        return workers.find(id);
    }

    @GET
    @Path("/{id}/absences")
    @Operation(summary = "When a worker of the caller's scope is away, now or later, and who stands in for him")
    public Uni<Page<AbsenceView>> absences(@RestPath String id) {
        return workers.absences(id).map(away -> new Page<>(away, null));
    }

    @POST
    @Path("/{id}/absences")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(
            summary = "Record that a worker is away, and who stands in for him. Needs an Idempotency-Key.",
            description =
                    "By the supervisor of his region. Meanwhile assignments and messages go to the stand-in, else to"
                            + " the backup in his grid and role, else to the unit's desk; what he has in hand stays with him. At most 366 days: who is away longer works"
                            + " there no more. The stand-in is of the supervisor's scope, stays as long, and is not away"
                            + " himself.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AbsenceView.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "404", description = "There is no such worker, or none that this token may see")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> away(
            @RestPath String id,
            @Nullable @HeaderParam(IdempotentCall.HEADER) String key,
            @Valid @NotNull Absence body) {
        return absences.record(call("/" + id + "/absences", key, body), id, body)
                .map(Reply::response);
    }

    @POST
    @Path("/{id}/absences/{absence}/endings")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(
            summary = "A worker is back before his absence is over, or is not away at all. Needs an Idempotency-Key.",
            description =
                    "From now on assignments and messages go to him again; what his stand-in has in hand stays there.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AbsenceView.class)))
    @APIResponse(responseCode = "404", description = "There is no such absence, or none that this token may see")
    @APIResponse(responseCode = "409", description = "It is over already")
    public Uni<Response> back(
            @RestPath String id, @RestPath UUID absence, @Nullable @HeaderParam(IdempotentCall.HEADER) String key) {
        return absences.end(call("/" + id + "/absences/" + absence + "/endings", key, Map.of()), id, absence)
                .map(Reply::response);
    }

    @GET
    @Path("/{id}/memberships")
    @Operation(
            summary =
                    "Where a worker works, worked and is to work, as far as the caller's scope reaches; the latest first")
    public Uni<Page<MembershipView>> memberships(@RestPath String id) {
        return workers.memberships(id).map(them -> new Page<>(them, null));
    }

    @POST
    @Path("/{id}/moves")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(
            summary =
                    "Move a worker from one grid to another, now, in all roles that he has there. Needs an Idempotency-Key.",
            description =
                    "By a supervisor of both. He sees nothing more of the grid that he left, whatever his token says;"
                            + " what he had in hand there goes within seconds to whoever holds his role there, else to the unit's"
                            + " desk. Where the grid was his home, so is the new one, and his unit becomes its community's office.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MembershipView.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "404", description = "There is no such worker, or none that this token may see")
    public Uni<Response> move(
            @RestPath String id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Move body) {
        return memberships.move(call("/" + id + "/moves", key, body), id, body).map(Reply::response);
    }

    private IdempotentCall call(String path, @Nullable String key, Object body) {
        return IdempotentCall.of(current.get().subject(), PATH + path, key, body, mapper);
    }
}
