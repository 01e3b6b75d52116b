package org.chuishao.analytics.figures;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.chuishao.analytics.figures.Figures.DayItem;
import org.chuishao.analytics.figures.Figures.Item;
import org.chuishao.analytics.word.China;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Counts of tickets in the caller's scope, as far as the log has been read. */
@Path("/api/v1/figures")
@RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPS, Roles.DISPATCHER, Roles.CALL_CENTRE})
@Tag(name = "figures")
class FigureResource {

    private final Figures figures;
    private final Regions regions;
    private final SeenRegions seen;
    private final Clock clock;

    FigureResource(Figures figures, Regions regions, SeenRegions seen, Clock clock) {
        this.figures = figures;
        this.regions = regions;
        this.seen = seen;
        this.clock = clock;
    }

    /** @param total of the items: each ticket is counted once */
    record Counts(String region, String regionName, String level, OffsetDateTime at, long total, List<Item> items) {}

    record Days(String region, String regionName, List<DayItem> items) {}

    /**
     * Tickets that stand in each state and category now.
     *
     * @param region all that lies in it and in the caller's scope
     * @param by state, category, kind, parted by commas; the place always
     */
    @GET
    @Operation(
            summary = "Tickets that stand in each state and category now, by place",
            description = "Answers 400 where there would be more than " + Figures.MOST
                    + " counts: ask for a larger level, a smaller region or fewer columns.")
    public Uni<Counts> counts(
            @Parameter(description = "Division code; all that lies in it and in the caller's scope")
                    @QueryParam("region")
                    @DefaultValue(RegionCode.PROVINCE)
                    String region,
            @Parameter(description = "province, city, county, town, community or grid")
                    @QueryParam("level")
                    @DefaultValue("city")
                    String level,
            @Parameter(description = "state, category, kind, parted by commas; the place always")
                    @QueryParam("by")
                    @DefaultValue("state,category")
                    String by) {
        seen.require(region);
        Level asked = Level.of(level);
        Set<Dimension> dimensions = Dimension.of(by);
        OffsetDateTime at = clock.instant()
                .truncatedTo(ChronoUnit.MILLIS)
                .atZone(China.ZONE)
                .toOffsetDateTime();
        return figures.counts(region, asked, dimensions)
                .map(items -> new Counts(
                        region,
                        regions.nameOf(region),
                        asked.label(),
                        at,
                        items.stream().mapToLong(Item::tickets).sum(),
                        items));
    }

    /** Tickets received and closed by day; the last 30 days where nothing is said. */
    @GET
    @Path("/days")
    @Operation(
            summary = "Tickets received and closed by day (Asia/Shanghai), of at most " + Period.LONGEST_DAYS + " days")
    public Uni<Days> days(
            @QueryParam("region") @DefaultValue(RegionCode.PROVINCE) String region,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        seen.require(region);
        Period period = Period.of(from, to, clock);
        return figures.days(region, period.from(), period.to())
                .map(items -> new Days(region, regions.nameOf(region), items));
    }
}
