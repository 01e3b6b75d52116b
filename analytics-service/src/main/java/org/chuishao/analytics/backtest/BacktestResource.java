package org.chuishao.analytics.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.analytics.warning.rule.StepView;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rules of early warning, tried over history: thresholds are chosen by looking. */
@Path(BacktestResource.PATH)
@Tag(name = "warnings")
class BacktestResource {

    static final String PATH = "/api/v1/backtests";

    private final AskBacktest ask;
    private final Backtests backtests;
    private final SeenRegions seen;
    private final CurrentScope current;
    private final ObjectMapper mapper;
    private final Clock clock;

    BacktestResource(
            AskBacktest ask,
            Backtests backtests,
            SeenRegions seen,
            CurrentScope current,
            ObjectMapper mapper,
            Clock clock) {
        this.ask = ask;
        this.backtests = backtests;
        this.seen = seen;
        this.current = current;
        this.mapper = mapper;
        this.clock = clock;
    }

    record Newest(
            List<Backtest> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {}

    @POST
    @RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR})
    @Operation(
            summary = "Run a rule with any steps over history. Needs an Idempotency-Key.",
            description = "Answers at once; the job is at Location, and takes seconds for a county's month, minutes for"
                    + " a province's quarter. It answers precision, recall, lead time and warnings a day, each with its"
                    + " counts, 95% intervals and what it means (definitions in the result): a warning that would have been"
                    + " raised is right where it holds a ticket of a confirmed incident of the rule, wrong where it holds"
                    + " one of a false warning only, and else unjudged, which stands in no share. Only the region's own"
                    + " tickets are read. Nothing is raised, and nothing changes.")
    @APIResponse(
            responseCode = "202",
            description = "It waits for a replica",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Backtest.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong, or the days are more than 366")
    @APIResponse(responseCode = "404", description = "The region, or a part of it, lies outside the scope of the token")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    @APIResponse(responseCode = "429", description = "Too many wait already")
    public Uni<Response> ask(
            @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull NewBacktest asked) {
        if (!asked.rule().hasSteps()) {
            throw Problem.invalid("rule", "has no steps");
        }
        seen.requireWhole("region", asked.region());
        Period.of(asked.from(), asked.to(), clock);
        requireDistinct(asked.steps());
        IdempotentCall call = IdempotentCall.of(current.get().subject(), PATH, key, asked, mapper);
        return ask.of(call, asked).map(Reply::response);
    }

    private static void requireDistinct(@Nullable List<StepView> steps) {
        if (steps != null
                && steps.stream()
                                .map(StepView::step)
                                .map(step -> step.level() + " " + step.places())
                                .distinct()
                                .count()
                        < steps.size()) {
            throw Problem.invalid("steps", "must name a level once for each number of places");
        }
    }

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPS})
    @Operation(summary = "The newest " + Backtests.MOST + " back-tests in the caller's scope, without their results")
    public Uni<Newest> newest() {
        return backtests.newest().map(items -> new Newest(items, null));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPS})
    @Operation(
            summary = "A back-test: how far it is, and what it came to",
            description = "A job whose replica has gone is FAILED two minutes later.")
    @APIResponse(responseCode = "404", description = "There is none in the scope of the token")
    public Uni<Backtest> one(@PathParam("id") UUID id) {
        return backtests.one(id);
    }

    @GET
    @Path("/{id}/picture")
    @Produces("image/svg+xml")
    @RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPS})
    @Operation(summary = "A picture: precision and recall by threshold, with their intervals")
    @APIResponse(responseCode = "404", description = "There is none in the scope of the token")
    @APIResponse(responseCode = "409", description = "It is not done")
    public Uni<String> picture(@PathParam("id") UUID id) {
        return backtests.one(id).map(backtest -> {
            BacktestResult result = backtest.result();
            if (result == null) {
                throw Problem.conflict("The back-test is " + backtest.state() + ".");
            }
            return ThresholdCurve.svg(backtest.asked().rule(), result.outcomes());
        });
    }
}
