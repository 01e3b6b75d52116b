package org.chuishao.grid.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.grid.assignment.AssignmentView;
import org.chuishao.grid.assignment.ShowAssignments;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.TokenLife;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** What I have in hand: as a list, and as a stream of what happens to it. */
@Path("/api/v1/inbox")
@RolesAllowed({Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK, Roles.SUPERVISOR})
@Tag(name = "inbox")
class InboxResource {

    private final ShowAssignments show;
    private final InboxStreams streams;
    private final CurrentScope current;
    private final TokenLife token;

    InboxResource(ShowAssignments show, InboxStreams streams, CurrentScope current, TokenLife token) {
        this.show = show;
        this.streams = streams;
        this.current = current;
        this.token = token;
    }

    /** The data of an event {@code assignment}. */
    record Told(UUID assignment, UUID ticket, @Nullable String number, String phase, String region, OffsetDateTime at) {

        static Told of(Notice it) {
            return new Told(it.subject(), it.ticket(), it.number(), it.phase(), it.region(), it.at());
        }
    }

    /** The data of an event {@code whistle}. */
    record Whistled(
            UUID whistle, UUID ticket, @Nullable String number, String phase, String region, OffsetDateTime at) {

        static Whistled of(Notice it) {
            return new Whistled(it.subject(), it.ticket(), it.number(), it.phase(), it.region(), it.at());
        }
    }

    @GET
    @Operation(summary = "Open assignments, the most pressing first, of these the oldest first")
    public Uni<Page<AssignmentView>> list(@RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        return show.inbox(cursor, Cursor.limit(limit));
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Server-sent events: assignment and whistle (one came or went on), resync (read the inbox again)",
            description =
                    "It begins with a comment: from then on nothing is left out, so read the inbox then. A stream that names the id of the last event it had goes"
                            + " on behind it, on any replica: nothing is left out, nothing comes twice; after a day, or too many"
                            + " events, resync comes instead. Comments keep the connection alive. It ends with the token.")
    @APIResponse(
            responseCode = "200",
            description = "The events, one after another; data is of the kind that its name says",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(oneOf = {Told.class, Whistled.class})))
    @APIResponse(responseCode = "400", description = "Last-Event-ID is no id of this stream")
    @APIResponse(responseCode = "429", description = "The caller has as many open as one may have; see Retry-After")
    @APIResponse(responseCode = "503", description = "This replica has no place for more; see Retry-After")
    public Multi<OutboundSseEvent> stream(@Context Sse sse, @RestHeader("Last-Event-ID") @Nullable String lastEventId) {
        Multi<Signal> signals = lastEventId == null
                ? streams.of(current.get())
                : streams.of(
                        current.get(),
                        Mark.parse(lastEventId)
                                .orElseThrow(() ->
                                        Problem.invalid("Last-Event-ID", "must be the id of an event of this stream")));
        return signals.select().first(token.left()).map(signal -> event(sse, signal));
    }

    private static OutboundSseEvent event(Sse sse, Signal signal) {
        OutboundSseEvent.Builder event = sse.newEventBuilder();
        if (signal instanceof Signal.Changed changed) {
            Notice notice = changed.notice();
            event.id(notice.mark().toString());
            return switch (notice.kind()) {
                case ASSIGNMENT ->
                    event.name("assignment").data(Told.class, Told.of(notice)).build();
                case WHISTLE ->
                    event.name("whistle")
                            .data(Whistled.class, Whistled.of(notice))
                            .build();
            };
        }
        if (signal instanceof Signal.Resync resync) {
            return event.name("resync").data(Signal.Resync.class, resync).build();
        }
        return event.comment("").build();
    }
}
