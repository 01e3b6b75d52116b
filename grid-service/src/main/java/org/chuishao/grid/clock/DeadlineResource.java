package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.clock.ShowDeadlines.Wanted;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The clocks of units and workers. */
@Path("/api/v1/deadlines")
@RolesAllowed({
    Roles.UNIT,
    Roles.GRID_WORKER,
    Roles.DUTY_DESK,
    Roles.SUPERVISOR,
    Roles.ADJUDICATOR,
    Roles.AUDITOR,
    Roles.OPS
})
@Tag(name = "clocks")
class DeadlineResource {

    private static final List<String> STATES =
            List.of("RUNNING", "APPROACHING", "MISSED", "PAUSED", "STOPPED", "ANNULLED");

    private final ShowDeadlines deadlines;

    DeadlineResource(ShowDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @GET
    @Operation(
            summary =
                    "Clocks of the caller's scope, the next to fall due first; of a ticket, an act, a state, a unit, a region",
            description =
                    "Limits in minutes and hours run around the clock, working hours and days by the calendar that"
                            + " each names. The yellow light goes on when a fifth of the limit is left, or four hours if that is"
                            + " less. What fires no more is listed for a week (chuishao.clock.keep),"
                            + " and until its ticket is settled.")
    public Uni<Page<DeadlineView>> list(
            @RestQuery @Nullable UUID ticket,
            @RestQuery @Nullable Act act,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String unit,
            @RestQuery @Nullable String region,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        if (state != null && !STATES.contains(state)) {
            throw Problem.invalid("state", "must be one of " + STATES);
        }
        return deadlines.page(new Wanted(ticket, act, state, unit, region), Last.in(cursor), Cursor.limit(limit));
    }
}
