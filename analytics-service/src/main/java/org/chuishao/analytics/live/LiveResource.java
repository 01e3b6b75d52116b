package org.chuishao.analytics.live;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.TokenLife;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** What happens, as it happens. */
@Path("/api/v1/live")
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
class LiveResource {

    private static final Pattern MARK = Pattern.compile("[0-9]{1,18}");

    private final LiveStreams streams;
    private final LiveWords words;
    private final SeenRegions seen;
    private final CurrentScope current;
    private final TokenLife token;

    LiveResource(LiveStreams streams, LiveWords words, SeenRegions seen, CurrentScope current, TokenLife token) {
        this.streams = streams;
        this.words = words;
        this.seen = seen;
        this.current = current;
        this.token = token;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Server-sent events: ticket and warning (something happened), resync (some were left out)",
            description =
                    "It begins with a comment: from then on nothing of the caller's scope is left out. A stream that names the"
                            + " id of the last event it had goes on behind it, on any replica: nothing is left out, nothing comes twice;"
                            + " whoever was away or slow for too long is told by resync, and goes on from there. Comments keep the"
                            + " connection alive. No names, no words of people. It ends with the token.")
    @APIResponse(
            responseCode = "200",
            description = "The events, one after another; data is of the kind that its name says",
            content =
                    @Content(
                            mediaType = "text/event-stream",
                            schema =
                                    @Schema(
                                            oneOf = {
                                                LiveEvent.Ticket.class,
                                                LiveEvent.Warning.class,
                                                LiveEvent.Resync.class
                                            })))
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or Last-Event-ID is no id of this stream")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    @APIResponse(responseCode = "429", description = "The caller has as many open as one may have; see Retry-After")
    @APIResponse(responseCode = "503", description = "This replica has no place for more; see Retry-After")
    public Multi<OutboundSseEvent> live(
            @Context Sse sse,
            @Parameter(description = "Division code; what lies in it and in the caller's scope")
                    @QueryParam("region")
                    @DefaultValue(RegionCode.PROVINCE)
                    String region,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
        seen.require(region);
        if (lastEventId != null && !MARK.matcher(lastEventId).matches()) {
            throw Problem.invalid("Last-Event-ID", "must be the id of an event of this stream");
        }
        Long mark = lastEventId == null ? null : Long.valueOf(lastEventId);
        Duration left = token.left();
        return streams.of(current.get(), region, mark).select().first(left).map(signal -> event(sse, signal));
    }

    private OutboundSseEvent event(Sse sse, Signal signal) {
        OutboundSseEvent.Builder event = sse.newEventBuilder();
        if (signal instanceof Signal.Happened happened) {
            Line line = happened.line();
            event.id(Long.toString(line.mark()));
            return line.warning()
                    ? event.name("warning")
                            .data(LiveEvent.Warning.class, words.warning(line))
                            .build()
                    : event.name("ticket")
                            .data(LiveEvent.Ticket.class, words.ticket(line))
                            .build();
        }
        if (signal instanceof Signal.Resync resync) {
            return event.id(Long.toString(resync.mark()))
                    .name("resync")
                    .data(LiveEvent.Resync.class, new LiveEvent.Resync(resync.mark()))
                    .build();
        }
        if (signal instanceof Signal.Beat beat) {
            event.id(Long.toString(beat.mark()));
        }
        return event.comment("").build();
    }
}
