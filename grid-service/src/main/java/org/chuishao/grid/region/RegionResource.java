package org.chuishao.grid.region;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The six levels: province, city, county, town, community, grid. */
@Path("/api/v1/regions")
@Authenticated
@Tag(name = "regions")
class RegionResource {

    private final RegionRegister regions;

    RegionResource(RegionRegister regions) {
        this.regions = regions;
    }

    @GET
    @Operation(summary = "Regions in force, by code; level 1 to 6, within a code, with a part of the name")
    public Uni<Page<RegionView>> list(
            @RestQuery @Nullable Integer level,
            @RestQuery @Nullable String within,
            @RestQuery @Nullable String name,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        if (level != null && (level < 1 || level > 6)) {
            throw Problem.invalid("level", "must be from 1 to 6");
        }
        int most = Cursor.limit(limit);
        return regions.page(level, within, null, name, Cursor.key(cursor), most);
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "A region by its code, also one that has ended: successors are the grids that took its place")
    public Uni<RegionView> get(@RestPath String code) {
        return regions.find(code);
    }

    @GET
    @Path("/{code}/children")
    @Operation(summary = "What lies directly below a region; the grids of a community")
    public Uni<Page<RegionView>> children(
            @RestPath String code, @RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        int most = Cursor.limit(limit);
        String after = Cursor.key(cursor);
        return regions.find(code).chain(region -> regions.page(null, null, region.code(), null, after, most));
    }
}
