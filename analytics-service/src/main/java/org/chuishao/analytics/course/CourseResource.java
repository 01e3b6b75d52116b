package org.chuishao.analytics.course;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{1,64}");

    private final ShowCourse show;
    private final Courses courses;
    private final Clock clock;

    CourseResource(ShowCourse show, Courses courses, Clock clock) {
        this.show = show;
        this.courses = courses;
        this.clock = clock;
    }

    /** Which ticket bears a number. */
    record Numbered(UUID ticket) {}

    @GET
    @Operation(
            summary = "Which ticket bears the number (工单号) that its caller was told",
            description = "The whole number alone finds it. Of reports and secret tickets no number is known here.")
    @APIResponse(responseCode = "400", description = "It is no number")
    @APIResponse(
            responseCode = "404",
            description =
                    "There is none in the scope of the token; what lies beyond it, and what is secret, is not told"
                            + " apart from what is not")
    public Uni<Numbered> numbered(
            @Parameter(description = "Such as 2026113000427193", required = true) @QueryParam("number") @Nullable
                    String number) {
        if (number == null || !NUMBER.matcher(number).matches()) {
            throw Problem.invalid("number", "must be the whole number of a ticket");
        }
        return courses.numbered(number).map(Numbered::new);
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
