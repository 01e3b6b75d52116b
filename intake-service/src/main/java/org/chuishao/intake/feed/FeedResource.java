package org.chuishao.intake.feed;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The feed for other systems. */
@Path("/api/v1/events")
class FeedResource {

    private static final String LATEST = "latest";

    private final EventFeed events;
    private final CurrentScope scope;

    FeedResource(EventFeed events, CurrentScope scope) {
        this.events = events;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({
        Roles.CALL_CENTRE,
        Roles.AGENT,
        Roles.DISPATCHER,
        Roles.REVIEWER,
        Roles.UNIT,
        Roles.DUTY_DESK,
        Roles.SUPERVISOR,
        Roles.ANALYST,
        Roles.AUDITOR,
        Roles.OPS
    })
    @Operation(
            summary = "Events behind a cursor, in an order that never changes",
            description =
                    "Keep next and ask again with after=next, at once unless it is the cursor that was given, also when"
                            + " items is empty: an answer goes by a bounded number of events of the whole province, whether the scope of"
                            + " the token sees them or not. Texts of citizens and callers are left out; the timeline shows"
                            + " them to those who may see them.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Feed.class)))
    @APIResponse(responseCode = "400", description = "after is no cursor of this feed, or limit out of range")
    public Uni<Feed> events(
            @Parameter(description = "next of the answer before; latest to begin now, absent to begin at the beginning")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Parameter(description = "1 to 1000") @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000)
                    int limit) {
        return LATEST.equals(after) ? events.now(scope.get()) : events.after(Position.parse(after), limit, scope.get());
    }
}
