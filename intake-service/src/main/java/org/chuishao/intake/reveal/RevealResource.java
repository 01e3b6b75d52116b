package org.chuishao.intake.reveal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chuishao.intake.ticket.Caller;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Looks at a caller. */
@Path("/api/v1/tickets/{id}/reveals")
class RevealResource {

    private final RevealCaller revealCaller;
    private final ReadReveals readReveals;
    private final CurrentScope scope;

    RevealResource(RevealCaller revealCaller, ReadReveals readReveals, CurrentScope scope) {
        this.revealCaller = revealCaller;
        this.readReveals = readReveals;
        this.scope = scope;
    }

    @POST
    @RolesAllowed({Roles.AGENT, Roles.REVIEWER, Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK})
    @Operation(
            summary = "Show the caller in clear; who looked, when and why is kept",
            description =
                    "To the hotline's agents and reviewers, to the unit and the worker who have the ticket in hand"
                            + " now, and to a duty desk that has it in hand or in whose region it is CRITICAL. Who made a report"
                            + " or a secret ticket is shown to the agents only.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Caller.class)))
    @APIResponse(responseCode = "403", description = "Not in the hands of this role now, or a report or secret ticket")
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token, or it has no caller")
    public Uni<Response> reveal(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "1 to 200 characters, new for each look; a repeated one is the same look",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Valid @NotNull RevealRequest request) {
        return revealCaller.reveal(id, request, key).map(caller -> Response.ok(caller)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.CITIZEN})
    @Operation(summary = "Who looked at the caller, when and why, the first first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Reveals.class)))
    @APIResponse(responseCode = "404", description = "No such ticket in the scope of the token")
    public Uni<Reveals> reveals(@PathParam("id") UUID id) {
        return readReveals.of(id, scope.get());
    }
}
