package org.chuishao.intake.archive;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Seals of archived tickets. */
@Path("/api/v1/tickets/{id}/seal")
class SealResource {

    private final CheckSeal checkSeal;
    private final CurrentScope scope;

    SealResource(CheckSeal checkSeal, CurrentScope scope) {
        this.checkSeal = checkSeal;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.REVIEWER})
    @Operation(
            summary = "An archived ticket's seal, taken again and compared",
            description =
                    "It covers the events that were kept of the ticket when it was archived, in the order of the log, and"
                            + " is chained to the archive before it. A change of any of them, of the seal or of its links"
                            + " is named in faults. What the log said later (the archiving itself) is not under it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SealCheck.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token, or not archived")
    public Uni<SealCheck> check(@PathParam("id") UUID id) {
        return checkSeal.of(id, scope.get());
    }
}
