package org.chuishao.grid.member;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** People of the grids and units, as far as the caller's scope reaches. */
@Path("/api/v1/workers")
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

    private final Workers workers;

    WorkerResource(Workers workers) {
        this.workers = workers;
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
}
