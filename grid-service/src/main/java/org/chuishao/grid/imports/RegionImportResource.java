package org.chuishao.grid.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Regions of all levels, new ones and what has changed of those that there are. */
@Path("/api/v1/regions/imports")
@RolesAllowed({Roles.SUPERVISOR, Roles.OPS})
@Tag(name = "regions")
class RegionImportResource {

    static final String GEO_JSON = "application/geo+json";
    static final String CSV = "text/csv";
    static final String HOW = "UTF-8, at most 1 MB (go county by county); kind BASE, OWN or INDUSTRY. All or nothing;"
            + " errors name line or feature, and field. With dryRun=true nothing is kept. The same file again changes"
            + " nothing. Base grids of one community may not lie across each other. crs is the system of the outlines,"
            + " CGCS2000 where nothing is said. A new community has no office and nobody who works there: its unit is"
            + " imported at /units/imports, its people at /workers/imports.";

    private final ImportRegions imports;
    private final ObjectMapper mapper;

    RegionImportResource(ImportRegions imports, ObjectMapper mapper) {
        this.imports = imports;
        this.mapper = mapper;
    }

    @POST
    @Consumes(CSV)
    @Operation(
            summary =
                    "Import regions of all levels from CSV: code,name,kind,parent,households,validFrom,outline; or from"
                            + " GeoJSON, a FeatureCollection with the same but the outline in the properties",
            description = HOW)
    public Uni<ImportReport> lines(
            byte[] csv, @RestQuery boolean dryRun, @RestQuery @DefaultValue("CGCS2000") Crs crs) {
        return imports.run(() -> CsvFile.read(csv, crs, false), dryRun);
    }

    @POST
    @Consumes(GEO_JSON)
    @Operation(
            summary = "Import regions of all levels from GeoJSON: a FeatureCollection with code, name, kind, parent,"
                    + " households, validFrom in the properties",
            description = HOW)
    public Uni<ImportReport> features(
            String json, @RestQuery boolean dryRun, @RestQuery @DefaultValue("CGCS2000") Crs crs) {
        return imports.run(() -> GeoJsonFile.read(json, crs, false, mapper), dryRun);
    }
}
