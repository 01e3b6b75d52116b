package org.chuishao.analytics.warning.rule;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** From where on is warned: thresholds that a province may change, by place and category. */
@Path("/api/v1/warning-rules")
@Tag(name = "warnings")
class WarningRuleResource {

    private final WarningBook book;
    private final KeepSteps keep;
    private final SeenRegions seen;

    WarningRuleResource(WarningBook book, KeepSteps keep, SeenRegions seen) {
        this.book = book;
        this.keep = keep;
        this.seen = seen;
    }

    record StepSets(List<StepSetView> items) {}

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR, Roles.DUTY_DESK, Roles.DISPATCHER, Roles.AUDITOR, Roles.OPS})
    @Operation(summary = "The steps in force, the narrowest set of a rule first")
    public StepSets steps() {
        return new StepSets(book.all().map(StepSetView::of).toList());
    }

    @PUT
    @Path("/{rule}")
    @RolesAllowed({Roles.ANALYST, Roles.OPS})
    @Operation(
            summary = "Set the steps of a rule for a region and a category",
            description =
                    "In the place of those that it had there. They count from some seconds on, for complaints that"
                            + " come or change; what was raised stays.")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    public Uni<Void> set(
            @Parameter(description = "CLUSTER, FACILITY, REPEAT, ANOMALY or QUALITY") @PathParam("rule")
                    WarningRule rule,
            @QueryParam("region") @DefaultValue(RegionCode.PROVINCE) String region,
            @Parameter(description = "With all below it; absent for all") @QueryParam("category") @DefaultValue("")
                    String category,
            @Valid @NotNull StepSetView.Body body) {
        if (!rule.hasSteps()) {
            throw Problem.invalid("rule", "has no steps");
        }
        seen.requireWhole("region", region);
        if (body.steps().stream()
                        .map(StepView::step)
                        .map(step -> step.level() + " " + step.places())
                        .distinct()
                        .count()
                < body.steps().size()) {
            throw Problem.invalid("steps", "must name a level once for each number of places");
        }
        return keep.of(new StepSet(
                rule,
                region,
                category,
                body.steps().stream().map(StepView::step).toList()));
    }
}
