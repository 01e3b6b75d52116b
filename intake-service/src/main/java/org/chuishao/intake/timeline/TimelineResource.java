package org.chuishao.intake.timeline;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Timelines of tickets. */
@Path("/api/v1/tickets/{id}/timeline")
class TimelineResource {

    private final ReadTimeline readTimeline;
    private final CurrentScope scope;

    TimelineResource(ReadTimeline readTimeline, CurrentScope scope) {
        this.readTimeline = readTimeline;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({
        Roles.CALL_CENTRE,
        Roles.AGENT,
        Roles.DISPATCHER,
        Roles.ADJUDICATOR,
        Roles.REVIEWER,
        Roles.UNIT,
        Roles.DUTY_DESK,
        Roles.SUPERVISOR,
        Roles.ANALYST,
        Roles.AUDITOR,
        Roles.CITIZEN
    })
    @Operation(
            summary = "Every event of a ticket, in the order of the log",
            description = "Kept for the ticket's life. An event marked late came after another that stands first in the"
                    + " log: it changed nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Timeline.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    public Uni<Timeline> timeline(@PathParam("id") UUID id) {
        return readTimeline.of(id, scope.get());
    }
}
