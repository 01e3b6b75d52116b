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
    private final CurrentScope current;
    private final ObjectMapper mapper;

    WorkerResource(Workers workers, RecordAbsence absences, CurrentScope current, ObjectMapper mapper) {
        this.workers = workers;
        this.absences = absences;
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
                            + " the backup in his grid and role, else to the unit's desk; what he has in hand stays with him.")
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
        String path = PATH + "/" + id + "/absences";
        return absences.record(IdempotentCall.of(current.get().subject(), path, key, body, mapper), id, body)
                .map(Reply::response);
    }
}
