package org.chuishao.grid.notification.setting;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalTime;
import java.util.List;
import org.chuishao.grid.notification.Addressee;
import org.chuishao.grid.notification.setting.TellingRules.Regional;
import org.chuishao.grid.rules.Settings;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** By which ways people are told, as the regions have it. */
@Path("/api/v1/notification-rules")
@RolesAllowed({Roles.OPS, Roles.SUPERVISOR, Roles.DUTY_DESK, Roles.UNIT, Roles.GRID_WORKER, Roles.AUDITOR})
@Tag(name = "notifications")
class TellingRuleResource {

    private final TellingRules rules;

    TellingRuleResource(TellingRules rules) {
        this.rules = rules;
    }

    /** @param region that it holds in, with all that lies in it; empty anywhere */
    record TellingRuleView(
            Severity severity,
            Addressee addressee,
            String region,
            List<Channel> channels,
            int seconds,
            boolean climbs,
            @Nullable @JsonFormat(pattern = "HH:mm") LocalTime quietFrom,
            @Nullable @JsonFormat(pattern = "HH:mm") LocalTime quietTo) {

        static TellingRuleView of(Regional it) {
            TellingTerms terms = it.terms();
            return new TellingRuleView(
                    it.severity(),
                    it.addressee(),
                    it.region(),
                    terms.channels(),
                    terms.seconds(),
                    terms.climbs(),
                    terms.quietFrom(),
                    terms.quietTo());
        }
    }

    record TellingRuleList(List<TellingRuleView> items) {}

    @GET
    @Operation(summary = "The rules of all levels and addressees: of the province, and of regions that have their own")
    public Uni<TellingRuleList> list() {
        return rules.all()
                .map(all -> new TellingRuleList(
                        all.stream().map(TellingRuleView::of).toList()));
    }

    @PUT
    @Path("/{severity}/{addressee}")
    @RolesAllowed({Roles.OPS, Roles.SUPERVISOR})
    @Operation(
            summary = "Set by which ways an addressee is told in a region and all that lies in it, from now on",
            description = "The rule of the longest region holds. Steps that are planned already go on as they are. A"
                    + " supervisor sets rules in the own region; one that holds anywhere, without a region, is ops'.")
    @APIResponse(responseCode = "200", description = "Set")
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "403", description = "It would hold beyond the caller's scope")
    public Uni<TellingRuleView> set(
            Severity severity,
            Addressee addressee,
            @RestQuery @Nullable @Pattern(regexp = Settings.REGION, message = "must be a region's code") String region,
            @Valid @NotNull TellingTerms body) {
        body.require(severity);
        return rules.set(new Regional(severity, addressee, region == null ? "" : region, body))
                .map(TellingRuleView::of);
    }
}
