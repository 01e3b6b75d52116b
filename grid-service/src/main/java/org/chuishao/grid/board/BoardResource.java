package org.chuishao.grid.board;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What stands where in a region, with what lies below it side by side. */
@Path("/api/v1/regions/{code}/board")
@RolesAllowed({
    Roles.SUPERVISOR,
    Roles.DUTY_DESK,
    Roles.DISPATCHER,
    Roles.ADJUDICATOR,
    Roles.ANALYST,
    Roles.AUDITOR,
    Roles.OPS
})
@Tag(name = "regions")
class BoardResource {

    private final ShowBoard show;

    BoardResource(ShowBoard show) {
        this.show = show;
    }

    @GET
    @Operation(
            summary =
                    "The board of a region: open assignments by phase, those resolved since a day that it names, with lights, tickets under supervision and whistles,"
                            + " of each region directly below it",
            description = "Of the caller's own regions only. What is known to lie in the region and no closer stands in"
                    + " here; absent names the departments that a whistle called and that have not come.")
    @APIResponse(responseCode = "200", description = "The board")
    @APIResponse(responseCode = "404", description = "There is no such region, or none of the caller's scope")
    public Uni<BoardView> board(@RestPath String code) {
        return show.board(code);
    }
}
