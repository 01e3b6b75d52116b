package org.chuishao.grid.imports;

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

/** Real grids in place of the synthetic ones; a file that has anything else is refused. */
@Path("/api/v1/grids/imports")
@RolesAllowed({Roles.SUPERVISOR, Roles.OPS})
@Tag(name = "regions")
class GridImportResource {

    private final ImportRegions imports;

    GridImportResource(ImportRegions imports) {
        this.imports = imports;
    }

    @POST
    @Consumes(RegionImportResource.CSV)
    @Operation(
            summary =
                    "Import grids from CSV: code,name,kind,households, and parent, validFrom, outline if there are any",
            description = RegionImportResource.HOW)
    public Uni<ImportReport> run(byte[] csv, @RestQuery boolean dryRun, @RestQuery @DefaultValue("CGCS2000") Crs crs) {
        return imports.run(() -> CsvFile.read(csv, crs, true), dryRun);
    }
}
