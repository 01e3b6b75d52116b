package org.chuishao.grid.member;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

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

    private final Workers workers;

    MemberResource(Workers workers) {
        this.workers = workers;
    }

    @GET
    @Operation(summary = "Who holds which role in the grid now")
    public Uni<Page<MemberView>> list(@RestPath String code) {
        return workers.members(code).map(members -> new Page<>(members, null));
    }
}
