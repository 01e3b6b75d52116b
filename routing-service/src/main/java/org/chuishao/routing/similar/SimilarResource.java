package org.chuishao.routing.similar;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets about the same matter, for a dispatcher who may merge them. */
@Path("/api/v1/tickets/{ticket}/similar")
@RolesAllowed(Roles.DISPATCHER)
@Tag(name = "dispatch")
class SimilarResource {

    private final SimilarTickets similar;

    SimilarResource(SimilarTickets similar) {
        this.similar = similar;
    }

    /** @param items at most ten, the likeliest first */
    record Similar(UUID ticket, List<SimilarTickets.Item> items) {}

    @GET
    @Operation(
            summary = "Tickets in scope that are about the same matter by text, place and time, the likeliest first",
            description = "Each with the reasons, and with the call of intake that merges the two (并单). Reports and"
                    + " secret tickets neither show others nor are shown.")
    @APIResponse(responseCode = "404", description = "There is no such ticket in scope")
    public Uni<Similar> similar(UUID ticket) {
        return this.similar.to(ticket).map(items -> new Similar(ticket, items));
    }
}
