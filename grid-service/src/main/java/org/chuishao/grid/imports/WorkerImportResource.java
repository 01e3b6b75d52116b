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

/** People and their roles in the grids, new ones and what has changed of those that there are. */
@Path("/api/v1/workers/imports")
@RolesAllowed({Roles.SUPERVISOR, Roles.OPS})
@Tag(name = "members")
class WorkerImportResource {

    private final ImportWorkers imports;

    WorkerImportResource(ImportWorkers imports) {
        this.imports = imports;
    }

    @POST
    @Consumes(RegionImportResource.CSV)
    @Operation(
            summary = "Import workers with their roles from CSV: id,name,unit,region, and grid, role, line, backup,"
                    + " validFrom, validTo if there are any",
            description =
                    "A line for each role in a grid; name, unit and region of a worker are the same in each of his"
                            + " lines. A line without grid and role is about the person himself, and ends him with a validTo. UTF-8,"
                            + " at most 1 MB (go county by county). All or nothing; errors name line and field. With dryRun=true"
                            + " nothing is kept. The same file again changes nothing; what is not in it stays as it is. validTo ends"
                            + " a role: what the worker has in hand in that grid goes to others. The id stands for the person, as in"
                            + " his token; the name may be that of his post.")
    public Uni<WorkerImportReport> run(byte[] csv, @RestQuery boolean dryRun) {
        return imports.run(csv, dryRun);
    }
}
