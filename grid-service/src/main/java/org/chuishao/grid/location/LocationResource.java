package org.chuishao.grid.location;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.location.Projection;
import org.chuishao.mesh.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Finds a place by its code, by a text, by a position, or by a position and a text together. */
@Path("/api/v1/locations")
@Authenticated
@Tag(name = "regions")
class LocationResource {

    private static final int GRID_DIGITS = 15;
    private static final int LONGEST_TEXT = 2_000;

    private final Gazetteer gazetteer;
    private final Grids grids;
    private final Successors successors;
    private final Clock clock;

    LocationResource(Gazetteer gazetteer, Grids grids, Successors successors, Clock clock) {
        this.gazetteer = gazetteer;
        this.grids = grids;
        this.successors = successors;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Where is it?",
            description = "One of code, text, or lat with lng and crs; text may go with a position, or with a code that"
                    + " the place must lie in (within). A position alone finds the grid where grids have outlines, else the"
                    + " county: those outlines are schematic. 404 where nothing is settled.")
    public Uni<Location> locate(
            @RestQuery @Nullable String code,
            @RestQuery @Nullable String text,
            @RestQuery @Nullable String within,
            @RestQuery @Nullable Double lat,
            @RestQuery @Nullable Double lng,
            @RestQuery @Nullable String crs) {
        return locations(code, text, within, lat, lng, crs)
                .map(found -> found.orElseThrow(() -> Problem.notFound("place")));
    }

    private Uni<Optional<Location>> locations(
            @Nullable String code,
            @Nullable String text,
            @Nullable String within,
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable String crs) {
        boolean positioned = lat != null || lng != null || crs != null;
        if (code != null) {
            return byCode(code, positioned ? position(lat, lng, crs) : null);
        }
        if (text != null && text.length() > LONGEST_TEXT) {
            throw Problem.invalid("text", "must have at most " + LONGEST_TEXT + " characters");
        }
        if (positioned) {
            Position position = position(lat, lng, crs);
            Position converted = Projection.to(Crs.CGCS2000, position);
            return Uni.createFrom()
                    .item(gazetteer
                            .byPosition(position, text, clock.instant())
                            .map(found -> found.at(position, converted)));
        }
        if (text == null) {
            throw Problem.invalid("text", "is required, or code, or lat with lng and crs");
        }
        return Uni.createFrom().item(gazetteer.byText(text, within));
    }

    private Uni<Optional<Location>> byCode(String code, @Nullable Position position) {
        String present = successors.of(code, position, clock.instant());
        Uni<Optional<Location>> found = present.length() == GRID_DIGITS
                ? grids.byCode(present)
                : Uni.createFrom().item(gazetteer.byCode(present));
        return present.equals(code) ? found : found.map(place -> place.map(it -> it.succeeding(code)));
    }

    private static Position position(@Nullable Double lat, @Nullable Double lng, @Nullable String crs) {
        // a NaN fails both comparisons, so it is asked for what it must be
        if (lat == null || !(lat >= -90 && lat <= 90)) {
            throw Problem.invalid("lat", "must be a latitude in degrees");
        }
        if (lng == null || !(lng >= -180 && lng <= 180)) {
            throw Problem.invalid("lng", "must be a longitude in degrees");
        }
        Crs system = Arrays.stream(Crs.values())
                .filter(known -> known.name().equals(crs))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("crs", "must be one of " + Arrays.toString(Crs.values())));
        return new Position(lng, lat, system);
    }
}
