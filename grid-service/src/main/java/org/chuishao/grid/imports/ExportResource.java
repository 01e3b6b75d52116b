package org.chuishao.grid.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;

/** Regions as files, in the forms that an import takes. */
@Path("/api/v1/regions/{code}/export")
@RolesAllowed({Roles.SUPERVISOR, Roles.DUTY_DESK, Roles.DISPATCHER, Roles.ANALYST, Roles.AUDITOR, Roles.OPS})
@Tag(name = "regions")
class ExportResource {

    private static final String HOW =
            "A region of the caller's scope and all that lies in it, what is in force, by code."
                    + " It may be imported again, county by county. What is made up for the demonstration is taken as"
                    + " real by an import.";

    private final ExportRegions exports;
    private final CurrentScope current;

    ExportResource(ExportRegions exports, CurrentScope current) {
        this.exports = exports;
        this.current = current;
    }

    @GET
    @Produces(RegionImportResource.CSV)
    @Operation(summary = "A subtree as CSV (Accept: text/csv); the outline is well-known text", description = HOW)
    public Multi<String> csv(@RestPath String code) {
        return exports.csv(own(code));
    }

    @GET
    @Produces(RegionImportResource.GEO_JSON)
    @Operation(summary = "A subtree as GeoJSON (Accept: application/geo+json)", description = HOW)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = RegionImportResource.GEO_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FeatureCollection")))
    public RestMulti<byte[]> geoJson(@RestPath String code) {
        // its parts make one document: as texts they would be written as JSON's texts, each of them
        return RestMulti.fromMultiData(exports.geoJson(own(code)).map(part -> part.getBytes(UTF_8)))
                .encodeAsJsonArray(false)
                .build();
    }

    private String own(String code) {
        if (!current.get().covers(code, List.of(), null)) {
            throw Problem.notFound("region");
        }
        return code;
    }
}
