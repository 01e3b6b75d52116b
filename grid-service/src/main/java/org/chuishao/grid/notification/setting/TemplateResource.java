package org.chuishao.grid.notification.setting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.chuishao.grid.notification.setting.Templates.Regional;
import org.chuishao.grid.rules.Settings;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** In which words people are told, as the regions have it. */
@Path("/api/v1/notification-templates")
@RolesAllowed({Roles.OPS, Roles.SUPERVISOR, Roles.DUTY_DESK, Roles.UNIT, Roles.GRID_WORKER, Roles.AUDITOR})
@Tag(name = "notifications")
class TemplateResource {

    private final Templates templates;

    TemplateResource(Templates templates) {
        this.templates = templates;
    }

    /** @param region that they hold in, with all that lies in it; empty anywhere */
    record TemplateView(Matter matter, Channel channel, String region, String title, String body) {

        static TemplateView of(Regional it) {
            return new TemplateView(
                    it.matter(),
                    it.channel(),
                    it.region(),
                    it.words().title(),
                    it.words().body());
        }
    }

    record TemplateList(List<TemplateView> items) {}

    @GET
    @Operation(summary = "The words of all matters and channels: of the province, and of regions that have their own")
    public Uni<TemplateList> list() {
        return templates
                .all()
                .map(all -> new TemplateList(all.stream().map(TemplateView::of).toList()));
    }

    @PUT
    @Path("/{matter}/{channel}")
    @RolesAllowed({Roles.OPS, Roles.SUPERVISOR})
    @Operation(
            summary = "Set the words by which a matter is told by a channel in a region and all that lies in it",
            description = "Filled in are {number} {category} {place} {limit} {act} {level}; there is nothing of the"
                    + " caller. The words of the longest region hold, from the next message on. A supervisor sets words in"
                    + " the own region; those that hold anywhere, without a region, are ops'.")
    @APIResponse(responseCode = "200", description = "Set")
    @APIResponse(responseCode = "400", description = "A field is wrong, or a placeholder is none; errors name each")
    @APIResponse(responseCode = "403", description = "They would hold beyond the caller's scope")
    public Uni<TemplateView> set(
            Matter matter,
            Channel channel,
            @RestQuery @Nullable @Pattern(regexp = Settings.REGION, message = "must be a region's code") String region,
            @Valid @NotNull Template body) {
        body.require();
        return templates
                .set(new Regional(matter, channel, region == null ? "" : region, body))
                .map(TemplateView::of);
    }
}
