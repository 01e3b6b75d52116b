package org.chuishao.grid.imports;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The units and the people of a region as files, in the forms that their imports take. */
@Path("/api/v1/regions/{code}/people")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPS})
@Tag(name = "members")
class PeopleExportResource {

    private static final String HOW =
            "A region of the caller's scope and all that lies in it, what is in force, by id. It may"
                    + " be imported again, county by county. What is made up for the demonstration is taken as real by an import.";

    private final ExportPeople exports;
    private final CurrentScope current;

    PeopleExportResource(ExportPeople exports, CurrentScope current) {
        this.exports = exports;
        this.current = current;
    }

    @GET
    @Path("/units")
    @Produces(RegionImportResource.CSV)
    @Operation(summary = "The units of a subtree as CSV", description = HOW)
    public Multi<String> units(@RestPath String code) {
        own(code);
        return exports.units(code);
    }

    @GET
    @Path("/workers")
    @Produces(RegionImportResource.CSV)
    @Operation(summary = "The workers of a subtree as CSV, a line for each role in a grid", description = HOW)
    public Multi<String> workers(@RestPath String code) {
        return exports.workers(own(code), code);
    }

    private Scope own(String code) {
        Scope scope = current.get();
        if (!scope.covers(code, List.of(), null)) {
            throw Problem.notFound("region");
        }
        return scope;
    }
}
