package org.chuishao.analytics.outline;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.chuishao.mesh.location.CountyOutlines;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** The outlines that places are found by, for a map of them. They are no secret, and the same for all. */
@Path("/api/v1/outlines/counties")
@RolesAllowed({
    Roles.ANALYST,
    Roles.SUPERVISOR,
    Roles.DUTY_DESK,
    Roles.DISPATCHER,
    Roles.AUDITOR,
    Roles.OPS,
    Roles.CALL_CENTRE,
    Roles.UNIT
})
@Tag(name = "cockpit")
class OutlineResource {

    private static final int A_DAY = 86_400;

    private final byte[] counties = read();

    @GET
    @Produces("application/geo+json")
    @Cache(maxAge = A_DAY, isPrivate = true)
    @Operation(
            summary = "Simplified outlines of the counties, as GeoJSON",
            description =
                    "Each with code, name and label point (cp). They bear no map-review number: a map drawn with them is"
                            + " schematic, not for publication (示意图), and has to say so.")
    public byte[] outlines() {
        return counties;
    }

    private static byte[] read() {
        try (InputStream file =
                Objects.requireNonNull(CountyOutlines.class.getResourceAsStream(CountyOutlines.RESOURCE))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
