package org.chuishao.grid.clock;

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
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.clock.ExcuseMiss.Excuse;
import org.chuishao.grid.clock.ExcuseMiss.Excused;
import org.chuishao.grid.clock.ShowDeadlines.Wanted;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    private final ExcuseMiss excuse;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    DeadlineResource(ShowDeadlines deadlines, ExcuseMiss excuse, CurrentScope current, ObjectMapper mapper) {
        this.deadlines = deadlines;
        this.excuse = excuse;
        this.current = current;
        this.mapper = mapper;
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

    @POST
    @Path("/{id}/excuse")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(
            summary = "Excuse a miss (超时免责): done in time, told late. Needs an Idempotency-Key.",
            description =
                    "Where a phone has sent (/sync) that the act was done before the limit; as long as the clock is listed. The miss stays, with a"
                            + " node of its own beside it; it counts no more as one of several in a short time.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Excused.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "404", description = "There is none, or none that this token may see")
    @APIResponse(
            responseCode = "409",
            description = "Not missed, excused already, or not done in time; detail says which")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> excuse(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Excuse body) {
        String path = "/api/v1/deadlines/" + id + "/excuse";
        return excuse.excuse(IdempotentCall.of(current.get().subject(), path, key, body, mapper), id, body)
                .map(Reply::response);
    }
}
