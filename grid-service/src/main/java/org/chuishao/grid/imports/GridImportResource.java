package org.chuishao.grid.imports;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Real grids in place of the synthetic ones. */
@Path("/api/v1/grids/imports")
@RolesAllowed({Roles.SUPERVISOR, Roles.OPS})
@Tag(name = "regions")
class GridImportResource {

    private final ImportGrids imports;

    GridImportResource(ImportGrids imports) {
        this.imports = imports;
    }

    @POST
    @Consumes("text/csv")
    @Operation(
            summary = "Import grids from CSV: code,name,kind,households",
            description =
                    "UTF-8, at most 1 MB (go city by city), kind BASE, OWN or INDUSTRY. All or nothing; errors name line and column. With"
                            + " dryRun=true nothing is kept. The same file again changes nothing.")
    public Uni<ImportReport> run(byte[] csv, @RestQuery boolean dryRun) {
        return imports.run(csv, dryRun);
    }
}
