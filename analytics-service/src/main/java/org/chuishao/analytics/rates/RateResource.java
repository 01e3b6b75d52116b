package org.chuishao.analytics.rates;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.chuishao.analytics.figures.Level;
import org.chuishao.analytics.load.LongReads;
import org.chuishao.analytics.page.Place;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The figures that units and places are judged by. */
@Path("/api/v1/figures/rates")
@RolesAllowed({
    Roles.ANALYST,
    Roles.SUPERVISOR,
    Roles.AUDITOR,
    Roles.OPS,
    Roles.DISPATCHER,
    Roles.CALL_CENTRE,
    Roles.UNIT,
    Roles.GRID_WORKER
})
@Tag(name = "figures")
class RateResource {

    private final AskedRates asked;
    private final ShowRates show;
    private final Rates rates;
    private final LongReads reads;

    RateResource(AskedRates asked, ShowRates show, Rates rates, LongReads reads) {
        this.asked = asked;
        this.show = show;
        this.rates = rates;
        this.reads = reads;
    }

    @GET
    @Operation(
            summary = "A figure of a period, by place, unit, line, category, kind or channel",
            description =
                    "As far as the log has been read. A past period is counted anew each time, so that what came in"
                            + " late or was corrected is in it. Fewer than 30 cases have no rank; a unit's token sees what is"
                            + " counted for it. Figures about persons withhold what tells of fewer than 5 of them.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RateView.class)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong, the period is longer than 366 days, or there would be more than "
                    + Rates.MOST + " groups")
    @APIResponse(responseCode = "404", description = "The region or unit lies outside the scope of the token")
    @APIResponse(
            responseCode = "503",
            description = "Of more than 31 days: too many long reads wait for their turn; see Retry-After")
    public Uni<RateView> rates(
            @BeanParam RateFilter filter,
            @Parameter(description = "region, unit, line, category, kind, channel, or none for the total alone")
                    @QueryParam("by")
                    @DefaultValue("none")
                    String by,
            @Parameter(description = "With by=region: province, city, county, town, community or grid")
                    @QueryParam("level")
                    @DefaultValue("city")
                    String level) {
        Asked what = asked.of(filter);
        By split = By.of(by);
        Level of = Level.of(level);
        return what.period().isLong() ? reads.inTurn(() -> show.of(what, split, of)) : show.of(what, split, of);
    }

    @GET
    @Path("/tickets")
    @Operation(
            summary = "The tickets behind a figure",
            description =
                    "By the figure's own date. A ticket with several parts, clocks or rounds stands there once for"
                            + " each that is counted.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CasePage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(
            responseCode = "403",
            description = "About persons: fewer stand behind it than may be published, or a unit asks")
    @APIResponse(responseCode = "404", description = "The region or unit lies outside the scope of the token")
    public Uni<CasePage> tickets(
            @BeanParam RateFilter filter,
            @Parameter(description = "NUMERATOR, DENOMINATOR or EXCLUDED")
                    @QueryParam("part")
                    @DefaultValue("DENOMINATOR")
                    String part,
            @Parameter(description = "next of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 500, 50 where absent") @QueryParam("limit") @Nullable Integer limit) {
        Asked what = asked.of(filter);
        Part which = Part.of(part);
        Place place = Place.of("cursor", cursor, CasePage.FIRST);
        int many = CasePage.limit(limit);
        return show.requirePublished(what)
                .chain(() -> rates.cases(what, which, place.at(), place.item(), many + 1))
                .map(cases -> CasePage.of(cases, many));
    }
}
