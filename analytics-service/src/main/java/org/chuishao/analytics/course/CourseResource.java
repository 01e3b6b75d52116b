package org.chuishao.analytics.course;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.UUID;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One ticket's whole life. */
@Path("/api/v1/courses")
@RolesAllowed({
    Roles.ANALYST,
    Roles.SUPERVISOR,
    Roles.DUTY_DESK,
    Roles.DISPATCHER,
    Roles.AUDITOR,
    Roles.OPS,
    Roles.CALL_CENTRE,
    Roles.UNIT
})
@Tag(name = "cockpit")
class CourseResource {

    private final ShowCourse show;
    private final Clock clock;

    CourseResource(ShowCourse show, Clock clock) {
        this.show = show;
        this.clock = clock;
    }

    @GET
    @Path("/{ticket}")
    @Operation(
            summary = "A ticket's whole life: what happened, and the clocks of its units",
            description =
                    "As far as the log has been read. No names of people and no words; who may read those asks intake.")
    @APIResponse(responseCode = "404", description = "There is none in the scope of the token")
    public Uni<CourseView> course(@PathParam("ticket") UUID ticket) {
        return show.of(ticket, clock.instant());
    }
}
