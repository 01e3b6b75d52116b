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

/** Units, new ones and what has changed of those that there are. */
@Path("/api/v1/units/imports")
@RolesAllowed({Roles.SUPERVISOR, Roles.OPS})
@Tag(name = "units")
class UnitImportResource {

    private final ImportUnits imports;

    UnitImportResource(ImportUnits imports) {
        this.imports = imports;
    }

    @POST
    @Consumes(RegionImportResource.CSV)
    @Operation(
            summary =
                    "Import units from CSV: id,name,kind,region, and line, superior, validFrom, validTo if there are any",
            description = "UTF-8, at most 1 MB (go county by county). All or nothing; errors name line and field. With"
                    + " dryRun=true nothing is kept. The same file again changes nothing; units that are not in it stay as"
                    + " they are. kind is DEPARTMENT, COMPANY, TOWN, COMMUNITY or COUNTY_DESK; the offices of the territory"
                    + " are called U-TERR- and the code of their region. A community that was imported as a region has no"
                    + " office until one is imported here: until then what lies in it is with the town. superior is the"
                    + " unit above it on its own ladder. validTo ends a unit; its id still resolves.")
    public Uni<UnitImportReport> run(byte[] csv, @RestQuery boolean dryRun) {
        return imports.run(csv, dryRun);
    }
}
