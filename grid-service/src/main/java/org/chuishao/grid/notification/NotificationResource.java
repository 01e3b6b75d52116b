package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.chuishao.grid.notification.Receipts.Receipt;
import org.chuishao.grid.notification.ShowNotifications.Wanted;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who was told of what, and whether it reached him (告知送达). */
@Path("/api/v1/notifications")
@Tag(name = "notifications")
class NotificationResource {

    private final ShowNotifications show;
    private final Receipts receipts;

    NotificationResource(ShowNotifications show, Receipts receipts) {
        this.show = show;
        this.receipts = receipts;
    }

    /** @param fault a code of the provider's, where it failed */
    record ReceiptBody(
            @NotNull Receipt outcome,

            @Nullable
            @Pattern(
                    regexp = "[A-Za-z0-9_.:-]{1,60}",
                    message = "must be a code of 1 to 60 letters, digits and . _ : -")
            String fault) {}

    @GET
    @RolesAllowed({
        Roles.GRID_WORKER,
        Roles.UNIT,
        Roles.DUTY_DESK,
        Roles.SUPERVISOR,
        Roles.CALL_CENTRE,
        Roles.AUDITOR,
        Roles.OPS
    })
    @Operation(
            summary =
                    "Messages of the caller's scope, the newest first; of a ticket, an assignment, a matter, a channel, a"
                            + " state, a region, a unit, a worker",
            description =
                    "Each step of telling somebody is one: a channel and a person. What reached nobody in its time is"
                            + " followed by the next step.")
    public Uni<Page<NotificationView>> list(
            @RestQuery @Nullable UUID ticket,
            @RestQuery @Nullable UUID assignment,
            @RestQuery @Nullable Matter matter,
            @RestQuery @Nullable Channel channel,
            @RestQuery NotificationView.@Nullable State state,
            @RestQuery @Nullable String region,
            @RestQuery @Nullable String unit,
            @RestQuery @Nullable String worker,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        return show.page(
                new Wanted(ticket, assignment, matter, channel, state, region, unit, worker),
                cursor,
                Cursor.limit(limit));
    }

    @POST
    @Path("/{id}/receipts")
    @RolesAllowed({Roles.CALL_CENTRE, Roles.GRID_WORKER, Roles.UNIT, Roles.DUTY_DESK})
    @Operation(
            summary = "Say what became of a message: it was delivered, read, or failed",
            description =
                    "By the phone that it went to, the desk, or the provider (role call-centre) for its regions. The"
                            + " same again changes nothing; one that comes after its time still ends what was to follow, and no"
                            + " failure takes a delivery back.")
    @APIResponse(
            responseCode = "200",
            description = "Taken",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = NotificationView.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "403", description = "It went to somebody else")
    @APIResponse(responseCode = "404", description = "There is no such message, or none that this token may see")
    public Uni<NotificationView> receipt(UUID id, @Valid @NotNull ReceiptBody body) {
        return receipts.take(id, body.outcome(), body.fault());
    }
}
