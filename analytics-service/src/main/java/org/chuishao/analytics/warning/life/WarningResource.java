package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.UUID;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.analytics.page.Place;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Early warnings (未诉先办): what they rest on, and what people say of them. */
@Path("/api/v1/warnings")
@Tag(name = "warnings")
class WarningResource {

    private static final int HIGHEST_LIMIT = 500;

    private final WarningList list;
    private final Judge judge;
    private final Handle handle;
    private final SeenRegions seen;
    private final Clock clock;

    WarningResource(WarningList list, Judge judge, Handle handle, SeenRegions seen, Clock clock) {
        this.list = list;
        this.judge = judge;
        this.handle = handle;
        this.seen = seen;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR, Roles.DUTY_DESK, Roles.DISPATCHER, Roles.AUDITOR, Roles.OPS})
    @Operation(
            summary = "Warnings in the caller's scope, the newest first",
            description = "With from or to those decided in these days (Asia/Shanghai), of at most "
                    + Period.LONGEST_DAYS + ".")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    public Uni<WarningPage> warnings(
            @QueryParam("region") @DefaultValue(RegionCode.PROVINCE) String region,
            @Parameter(description = "CLUSTER, FACILITY, REPEAT, ANOMALY, SEASON, QUALITY, SAFETY")
                    @QueryParam("rule")
                    @Nullable
                    String rule,
            @Parameter(description = "RAISED, CONFIRMED, FALSE, HANDLED, CLOSED, LAPSED") @QueryParam("state") @Nullable
                    String state,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Parameter(description = "next of the page before") @QueryParam("after") @Nullable String after,
            @Parameter(description = "1 to 500") @QueryParam("limit") @DefaultValue("50") int limit) {
        seen.require(region);
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw Problem.invalid("limit", "must be from 1 to " + HIGHEST_LIMIT);
        }
        WarningFilter filter = new WarningFilter(
                region,
                WarningFilter.named("rule", rule, WarningRule.class),
                WarningFilter.named("state", state, LifeState.class),
                from == null && to == null ? null : Period.of(from, to, clock));
        Place place = Place.of("after", after, WarningPage.FIRST);
        return list.list(filter, place.at(), place.id("after"), limit + 1)
                .map(warnings -> WarningPage.of(warnings, limit));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR, Roles.DUTY_DESK, Roles.DISPATCHER, Roles.AUDITOR, Roles.OPS})
    @Operation(summary = "A warning, the complaints that it rests on, and what became of it")
    @APIResponse(responseCode = "404", description = "There is none in the scope of the token")
    public Uni<WarningDetail> warning(@PathParam("id") UUID id) {
        return list.one(id);
    }

    @POST
    @Path("/{id}/verdicts")
    @RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR, Roles.DUTY_DESK})
    @Operation(
            summary = "Confirm a warning, or call it false, with the reason",
            description =
                    "The same complaints are not warned of again; others of its scope are. With a TICKET the whole incident"
                            + " is confirmed: one ticket stands for it, and its complaints and later ones join that. Where an"
                            + " earlier one with a ticket lies in it, confirmed before it was known how far it reaches, they are"
                            + " one from then on, with that ticket. Whoever covers"
                            + " only a part of the incident confirms his warning alone, which then goes its own way.")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "404", description = "There is none in the scope of the token")
    @APIResponse(responseCode = "409", description = "It was judged before")
    public Uni<Void> judge(@PathParam("id") UUID id, @Valid @NotNull Verdict verdict) {
        return judge.judge(id, verdict);
    }

    @POST
    @Path("/{id}/handlings")
    @RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR, Roles.DUTY_DESK})
    @Operation(
            summary = "Say what was done about a confirmed warning that no ticket stands for",
            description = "One with a ticket is handled when that is closed. Thirty days later its effect is measured.")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "404", description = "There is none in the scope of the token")
    @APIResponse(responseCode = "409", description = "It is not confirmed, or a ticket stands for it")
    public Uni<Void> handle(@PathParam("id") UUID id, @Valid @NotNull Handling handling) {
        return handle.handle(id, handling);
    }
}
