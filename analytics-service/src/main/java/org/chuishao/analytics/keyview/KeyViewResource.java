package org.chuishao.analytics.keyview;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.chuishao.analytics.figures.Level;
import org.chuishao.analytics.figures.OwnGrid;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.figures.SeenRegions;
import org.chuishao.analytics.load.LongReads;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The four key views (重点人群 重点事件 重点单位 重点领域). None of them tells of a person, or of fewer than five. */
@Path("/api/v1/key-views")
@RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPS})
@Tag(name = "key views")
class KeyViewResource {

    private static final int HIGHEST_LIMIT = 200;
    private static final String CODE = "[A-Za-z0-9_.:-]{1,100}";
    private static final String COUNTED =
            "Complaints received in the days (at most 366; 30 up to today where absent) in the"
                    + " region and the caller's scope: without reports, secret tickets, praise, suggestions, what was"
                    + " withdrawn or declined, and what patrols found. Where fewer than 5 different people stand behind"
                    + " a count it is withheld, and beside it what it could be subtracted from; not from a token of"
                    + " that grid alone.";

    private final ShowPeople people;
    private final ShowEvents events;
    private final ShowUnits units;
    private final ShowFields fields;
    private final SeenRegions seen;
    private final OwnGrid own;
    private final Clock clock;
    private final LongReads reads;

    KeyViewResource(
            ShowPeople people,
            ShowEvents events,
            ShowUnits units,
            ShowFields fields,
            SeenRegions seen,
            OwnGrid own,
            Clock clock,
            LongReads reads) {
        this.people = people;
        this.events = events;
        this.units = units;
        this.fields = fields;
        this.seen = seen;
        this.own = own;
        this.clock = clock;
        this.reads = reads;
    }

    @GET
    @Path("/people")
    @Operation(
            summary = "Groups of people who need service, by field and by how often they complained",
            description =
                    COUNTED + " A person stands once in each field that he complained of. The groups are for planning"
                            + " service; nobody is named, ranked or scored.")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    @APIResponse(responseCode = "503", description = "Too many long reads wait for their turn; see Retry-After")
    public Uni<PeopleView> people(
            @QueryParam("region") @DefaultValue(RegionCode.PROVINCE) String region,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Asked it = asked(region, from, to);
        return reads.inTurn(() -> people.of(it));
    }

    @GET
    @Path("/events")
    @Operation(
            summary = "Matters by place with most complaints, and their growth against as many days before",
            description = COUNTED + " What fewer than 5 people complained of is not listed.")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    @APIResponse(responseCode = "503", description = "Too many long reads wait for their turn; see Retry-After")
    public Uni<EventView> events(
            @QueryParam("region") @DefaultValue(RegionCode.PROVINCE) String region,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Parameter(description = "Of the places: province, city, county, town, community or grid")
                    @QueryParam("level")
                    @DefaultValue("town")
                    String level,
            @Parameter(description = "With what lies below it") @QueryParam("category") @Nullable String category,
            @Parameter(description = "1 to 200") @QueryParam("limit") @DefaultValue("20") int limit) {
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw Problem.invalid("limit", "must be from 1 to " + HIGHEST_LIMIT);
        }
        Asked it = asked(region, from, to);
        Level of = Level.of(level);
        String matter = code("category", category);
        return reads.inTurn(() -> events.of(it, of, matter, limit));
    }

    @GET
    @Path("/units")
    @Operation(
            summary =
                    "Complaints per 1,000 households of companies and estates, beside their solution and satisfaction",
            description =
                    COUNTED + " A rate stands only where the households are known (PUT /api/v1/households/{unit}).")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    @APIResponse(responseCode = "503", description = "Too many long reads wait for their turn; see Retry-After")
    public Uni<UnitView> units(
            @QueryParam("region") @DefaultValue(RegionCode.PROVINCE) String region,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Parameter(description = "Industry line, such as HEATING or PROPERTY") @QueryParam("line") @Nullable
                    String line) {
        Asked it = asked(region, from, to);
        String industry = code("line", line);
        return reads.inTurn(() -> units.of(it, industry));
    }

    @GET
    @Path("/fields")
    @Operation(summary = "Complaints by field or industry line: share, growth and trend", description = COUNTED)
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    @APIResponse(responseCode = "503", description = "Too many long reads wait for their turn; see Retry-After")
    public Uni<FieldView> fields(
            @QueryParam("region") @DefaultValue(RegionCode.PROVINCE) String region,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Parameter(description = "field, or line for industry lines") @QueryParam("by") @DefaultValue("field")
                    String by) {
        if (!by.equals("field") && !by.equals("line")) {
            throw Problem.invalid("by", "must be field or line");
        }
        Asked it = asked(region, from, to);
        return reads.inTurn(() -> fields.of(it, by.equals("line"), null));
    }

    private Asked asked(String region, @Nullable String from, @Nullable String to) {
        seen.require(region);
        return Asked.of(Period.of(from, to, clock), region, own.is(region));
    }

    private static @Nullable String code(String field, @Nullable String text) {
        if (text != null && !text.matches(CODE)) {
            throw Problem.invalid(field, "must be a code of letters, digits and _ . : -");
        }
        return text;
    }
}
