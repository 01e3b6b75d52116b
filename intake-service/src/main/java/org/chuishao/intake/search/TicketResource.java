package org.chuishao.intake.search;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

/** Tickets to look at. */
@Path("/api/v1/tickets")
@RolesAllowed({
    Roles.CALL_CENTRE,
    Roles.AGENT,
    Roles.DISPATCHER,
    Roles.ADJUDICATOR,
    Roles.REVIEWER,
    Roles.UNIT,
    Roles.DUTY_DESK,
    Roles.SUPERVISOR,
    Roles.ANALYST,
    Roles.AUDITOR,
    Roles.CITIZEN
})
class TicketResource {

    private final FindTickets findTickets;
    private final CurrentScope scope;

    TicketResource(FindTickets findTickets, CurrentScope scope) {
        this.findTickets = findTickets;
        this.scope = scope;
    }

    @GET
    @Operation(summary = "Tickets in the scope of the token, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TicketPage.class)))
    @APIResponse(responseCode = "400", description = "A filter is wrong; all that are wrong are named in errors")
    public Uni<TicketPage> list(@BeanParam TicketFilter filter) {
        return findTickets.list(filter, scope.get());
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One ticket",
            description =
                    "The caller is masked and shown to agents and call centres only; the place beyond its region to"
                            + " them, to dispatchers, duty desks and the citizen, and to units that have the ticket in hand"
                            + " now. A report or a secret ticket shows its facts only.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    public Uni<TicketView> one(@PathParam("id") UUID id) {
        return findTickets.one(id, scope.get());
    }
}
