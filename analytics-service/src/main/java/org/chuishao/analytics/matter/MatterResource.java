package org.chuishao.analytics.matter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** What matters are called, for whoever chooses one, or reads them in English. */
@Path("/api/v1/matters")
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
class MatterResource {

    private static final int A_DAY = 86_400;

    private final Matters matters;

    MatterResource(Matters matters) {
        this.matters = matters;
    }

    record All(List<Matter> items) {}

    @GET
    @Cache(maxAge = A_DAY, isPrivate = true)
    @Operation(
            summary = "Matters and their fields, in Chinese and in English",
            description =
                    "As they are shipped. A category below a matter begins with the matter's code and a dot. A province's own"
                            + " categories are not among them.")
    public All matters() {
        return new All(matters.all());
    }
}
