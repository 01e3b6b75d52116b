package org.chuishao.grid.rules;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How long each act may take: the rules with all their versions, and which one holds. */
@Path(RuleResource.PATH)
@RolesAllowed({Roles.OPS, Roles.SUPERVISOR, Roles.DUTY_DESK, Roles.UNIT, Roles.GRID_WORKER, Roles.AUDITOR})
@Tag(name = "clocks")
class RuleResource {

    static final String PATH = "/api/v1/sla-rules";

    private static final Comparator<ClockRule> BY_ACT = Comparator.comparing(ClockRule::act)
            .thenComparing(ClockRule::severity)
            .thenComparing(ClockRule::id)
            .thenComparing(ClockRule::validFrom);

    private final Rulebook rulebook;
    private final SetRuleCalls calls;
    private final Clock clock;

    RuleResource(Rulebook rulebook, SetRuleCalls calls, Clock clock) {
        this.rulebook = rulebook;
        this.calls = calls;
        this.clock = clock;
    }

    /** Versions of rules. */
    record RulesView(List<RuleView> items) {}

    @GET
    @Operation(
            summary = "The rules with all their versions, by act; of an act, a level, a region, a day",
            description = "Of a region: those that hold in it, its own and those of the regions that it lies in.")
    public RulesView list(
            @RestQuery @Nullable Act act,
            @RestQuery @Nullable Severity level,
            @RestQuery @Nullable String region,
            @RestQuery @Nullable LocalDate on) {
        return view(rule -> (act == null || rule.act() == act)
                && (level == null || rule.severity() == level)
                && (region == null || rule.holdsIn(region))
                && (on == null || rule.validOn(on)));
    }

    @GET
    @Path("/effective")
    @Operation(
            summary =
                    "The version that holds for a ticket: of the longest region, then the longest category, then the hours",
            description =
                    "On a day at a local time, today and now where nothing is said. With a line: the line's own clock.")
    @APIResponse(
            responseCode = "200",
            description = "The version that holds",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RuleView.class)))
    @APIResponse(responseCode = "404", description = "No rule sets such a limit")
    public RuleView effective(
            @RestQuery @NotNull @Nullable Act act,
            @RestQuery @NotNull @Nullable Severity level,
            @RestQuery @NotNull @Nullable String region,
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String line,
            @RestQuery @Nullable LocalDate on,
            @RestQuery @Nullable LocalTime at) {
        if (act == null || level == null || region == null) {
            throw Problem.invalid("act, level, region", "are needed");
        }
        LocalDateTime now =
                LocalDateTime.ofInstant(clock.instant(), rulebook.calendar().zone());
        LocalDateTime then = LocalDateTime.of(on == null ? now.toLocalDate() : on, at == null ? now.toLocalTime() : at);
        return rulebook.rules()
                .find(act, level, region, category, line, then)
                .map(RuleView::of)
                .orElseThrow(() -> Problem.notFound("rule"));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One rule with all its versions")
    @APIResponse(
            responseCode = "200",
            description = "Its versions",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RulesView.class)))
    @APIResponse(responseCode = "404", description = "There is no such rule")
    public RulesView one(String id) {
        RulesView versions = view(rule -> rule.id().equals(id));
        if (versions.items().isEmpty()) {
            throw Problem.notFound("rule");
        }
        return versions;
    }

    @POST
    @RolesAllowed({Roles.OPS, Roles.SUPERVISOR})
    @Operation(
            summary = "Set a new rule. Needs an Idempotency-Key.",
            description =
                    "For a region, a category, a line or hours of the day that had none of their own. Clocks that run"
                            + " are not moved by it. A supervisor sets rules in the own region; one that holds anywhere is ops'.")
    @APIResponse(
            responseCode = "201",
            description = "Set",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RuleView.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "403", description = "It would hold beyond the caller's scope")
    @APIResponse(
            responseCode = "409",
            description = "There is one for the same tickets and days; rule and version name it")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> set(@Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull NewRule body) {
        return calls.set(PATH, key, body, (standing, today) -> Setting.first(body.rule(today), standing));
    }

    @POST
    @Path("/{id}/versions")
    @RolesAllowed({Roles.OPS, Roles.SUPERVISOR})
    @Operation(
            summary = "Set the next version of a rule, from today or a later day on. Needs an Idempotency-Key.",
            description =
                    "The version that was valid on that day ends there; none is edited. Clocks that run are moved only"
                            + " with recompute: they are counted again from their start, and what each was before is kept.")
    @APIResponse(
            responseCode = "201",
            description = "Set",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RuleView.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "403", description = "The rule holds beyond the caller's scope")
    @APIResponse(responseCode = "404", description = "There is no such rule")
    @APIResponse(
            responseCode = "409",
            description = "Another version or rule is for the same days; rule and version name it")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> next(
            String id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Terms body) {
        return calls.set(
                PATH + "/" + id + "/versions", key, body, (standing, today) -> Setting.next(id, body, today, standing));
    }

    private RulesView view(Predicate<ClockRule> wanted) {
        return new RulesView(rulebook.rules().rules().stream()
                .filter(wanted)
                .sorted(BY_ACT)
                .map(RuleView::of)
                .toList());
    }
}
