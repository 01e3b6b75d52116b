package org.chuishao.grid.whistle;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.chuishao.grid.rules.Settings;
import org.chuishao.grid.whistle.KindRule.ClosesWith;
import org.chuishao.grid.whistle.KindRule.Proof;
import org.chuishao.grid.whistle.KindRules.Regional;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who may blow which whistle, who confirms it, what proves a report-in: as a province or a region sets it. */
@Path("/api/v1/whistle-rules")
@RolesAllowed({
    Roles.OPS,
    Roles.SUPERVISOR,
    Roles.DUTY_DESK,
    Roles.UNIT,
    Roles.GRID_WORKER,
    Roles.ADJUDICATOR,
    Roles.AUDITOR
})
@Tag(name = "whistles")
class WhistleRuleResource {

    private final KindRules rules;

    WhistleRuleResource(KindRules rules) {
        this.rules = rules;
    }

    /**
     * @param region that it holds in, with all that lies in it; empty anywhere
     * @param confirmers empty where it sounds by itself
     * @param dangerFirst where life is in danger it sounds at once, and is confirmed after
     * @param fenceMetres how near a position has to be to the site
     * @param leader a leader of each department has to be there
     * @param byLine who has an arrival limit of his industry line keeps it
     */
    record RuleView(
            WhistleKind kind,
            String region,
            @NotNull @Size(min = 1) Set<@NotNull Rank> blowers,
            @NotNull Set<@NotNull Rank> confirmers,
            boolean dangerFirst,
            @NotNull @Size(min = 1) Set<@NotNull Proof> proofs,
            @Min(1) @Max(10_000) int fenceMetres,
            boolean leader,
            @NotNull ClosesWith closesWith,
            boolean byLine) {

        static RuleView of(Regional it) {
            KindRule rule = it.rule();
            return new RuleView(
                    rule.kind(),
                    it.region(),
                    rule.blowers(),
                    rule.confirmers(),
                    rule.dangerFirst(),
                    rule.proofs(),
                    rule.fenceMetres(),
                    rule.leader(),
                    rule.closesWith(),
                    rule.byLine());
        }
    }

    /** The rule's terms as they are set. */
    record Terms(
            @NotNull @Size(min = 1) Set<@NotNull Rank> blowers,
            @NotNull Set<@NotNull Rank> confirmers,
            @NotNull Boolean dangerFirst,
            @NotNull @Size(min = 1) Set<@NotNull Proof> proofs,
            @NotNull @Min(1) @Max(10_000) Integer fenceMetres,
            @NotNull Boolean leader,
            @NotNull ClosesWith closesWith,
            @NotNull Boolean byLine) {

        KindRule of(WhistleKind kind) {
            return new KindRule(
                    kind, blowers, confirmers, dangerFirst, proofs, fenceMetres, leader, closesWith, byLine);
        }
    }

    record RulesView(List<RuleView> items) {}

    @GET
    @Operation(summary = "The rules of all kinds: of the province, and of regions that have their own")
    public Uni<RulesView> list() {
        return rules.all()
                .map(all -> new RulesView(all.stream().map(RuleView::of).toList()));
    }

    @PUT
    @Path("/{kind}")
    @RolesAllowed({Roles.OPS, Roles.SUPERVISOR})
    @Operation(
            summary = "Set what holds for a kind in a region and all that lies in it, from now on",
            description =
                    "The rule of the longest region holds. Whistles that sound go on by it at each of their steps."
                            + " A supervisor sets rules in the own region; one that holds anywhere, without a region, is ops'.")
    @APIResponse(responseCode = "200", description = "Set")
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "403", description = "It would hold beyond the caller's scope")
    public Uni<RuleView> set(
            WhistleKind kind,
            @RestQuery @Nullable @Pattern(regexp = Settings.REGION, message = "must be a region's code") String region,
            @Valid @NotNull Terms body) {
        return rules.set(new Regional(region == null ? "" : region, body.of(kind)))
                .map(RuleView::of);
    }
}
