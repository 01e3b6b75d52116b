package org.chuishao.routing.opinion;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a model says beside the classifier. */
@Path("/api/v1/tickets/{ticket}/opinions")
@RolesAllowed(Roles.DISPATCHER)
@Tag(name = "dispatch")
class OpinionResource {

    private final ShowOpinions opinions;

    OpinionResource(ShowOpinions opinions) {
        this.opinions = opinions;
    }

    @GET
    @Operation(
            summary = "Second opinions of a large model about a ticket, the last first",
            description = "A help to whoever dispatches: neither agreement nor disagreement dispatches anything. Of"
                    + " reports (举报), secret tickets and safety matters there is none.")
    @APIResponse(responseCode = "404", description = "There is no such ticket in scope")
    public Uni<OpinionView.All> opinions(UUID ticket) {
        return opinions.of(ticket);
    }
}
