package org.chuishao.analytics.rates;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chuishao.analytics.figures.Definition;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the figures mean, for those who see any. */
@Path("/api/v1/figures/definitions")
@RolesAllowed({
    Roles.ANALYST,
    Roles.SUPERVISOR,
    Roles.AUDITOR,
    Roles.OPS,
    Roles.DISPATCHER,
    Roles.CALL_CENTRE,
    Roles.UNIT
})
@Tag(name = "figures")
class DefinitionResource {

    private final RateConfig config;

    DefinitionResource(RateConfig config) {
        this.config = config;
    }

    @GET
    @Operation(
            summary = "What each figure means, in both languages",
            description = "For a rate also its formula, source, the date it goes by and what it leaves out. Weights and"
                    + " days are those of this service's settings.")
    public List<Definition> definitions() {
        return Stream.concat(
                        Definition.COUNTS.stream(),
                        Arrays.stream(Figure.values()).map(figure -> Meaning.of(figure, config)))
                .toList();
    }
}
