package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.chuishao.grid.assignment.ShowAssignments.Wanted;
import org.chuishao.grid.assignment.ShowSiteCode.Shown;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.fold.AssignmentState.Extension;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The assignments of a worker, a unit or a region. */
@Path("/api/v1/assignments")
@RolesAllowed({Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK, Roles.SUPERVISOR})
@Tag(name = "assignments")
class AssignmentResource {

    private final ShowAssignments show;
    private final ShowSiteCode siteCode;

    AssignmentResource(ShowAssignments show, ShowSiteCode siteCode) {
        this.show = show;
        this.siteCode = siteCode;
    }

    @GET
    @Operation(
            summary =
                    "Assignments open and done, the newest first; of a phase, a unit, a region, a ticket, an extension's state")
    public Uni<Page<AssignmentView>> list(
            @RestQuery @Nullable Phase phase,
            @RestQuery @Nullable String unit,
            @RestQuery @Nullable String region,
            @RestQuery @Nullable UUID ticket,
            @RestQuery @Nullable Extension extension,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        return show.list(new Wanted(phase, unit, region, ticket, extension), cursor, Cursor.limit(limit));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An assignment with what it is about")
    public Uni<AssignmentView> get(UUID id) {
        return show.one(id);
    }

    @POST
    @Path("/{id}/site-code")
    @RolesAllowed(Roles.DUTY_DESK)
    @Operation(
            summary = "The code that the desk of the place shows on site, for whoever arrives without a position",
            description = "The same however often it is asked for.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Shown.class)))
    @APIResponse(responseCode = "403", description = "It is not the desk of the place")
    @APIResponse(responseCode = "404", description = "There is none, or none that this token may see")
    public Uni<Shown> siteCode(UUID id) {
        return siteCode.show(id);
    }
}
