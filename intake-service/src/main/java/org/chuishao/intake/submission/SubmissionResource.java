package org.chuishao.intake.submission;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.intake.ticket.Replies;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Where tickets come in. */
@Path("/api/v1/tickets")
class SubmissionResource {

    private final SubmitTicket submitTicket;
    private final CurrentScope scope;

    SubmissionResource(SubmitTicket submitTicket, CurrentScope scope) {
        this.submitTicket = submitTicket;
        this.scope = scope;
    }

    @POST
    @RolesAllowed({Roles.CALL_CENTRE, Roles.AGENT, Roles.CITIZEN})
    @Operation(
            summary = "Submit a ticket",
            description =
                    "By PHONE it is accepted at once (PENDING_DISPATCH); by any other channel it waits in RECEIVED"
                            + " for an agent. 201 comes after the commit: the ticket is then safe.")
    @APIResponse(
            responseCode = "201",
            description = "Taken in; the same again for the same Idempotency-Key and body",
            headers = @Header(name = "Location", description = "/api/v1/tickets/{id}"),
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; all that are wrong are named in errors")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    @APIResponse(responseCode = "429", description = "Too many at once; see Retry-After")
    @APIResponse(responseCode = "503", description = "The database is away; send the same again, see Retry-After")
    public Uni<Response> submit(
            @Parameter(description = "1 to 200 characters, new for each new ticket, kept for 7 days", required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @RequestBody(required = true) @Nullable TicketRequest request) {
        if (request == null) { // by hand: a bean validator on this method costs as much as the rules themselves
            throw Problem.invalid("body", "must not be empty");
        }
        return submitTicket.submit(scope.get(), request, key).map(Replies::http);
    }
}
