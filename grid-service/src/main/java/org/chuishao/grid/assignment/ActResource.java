package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.assignment.Acts.Arrival;
import org.chuishao.grid.assignment.Acts.Contact;
import org.chuishao.grid.assignment.Acts.Report;
import org.chuishao.grid.assignment.Acts.Resolution;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a unit or worker does about an assignment: signs, contacts, arrives, reports, resolves. */
@Path("/api/v1/assignments/{id}")
@RolesAllowed({Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK})
@Tag(name = "assignments")
@APIResponse(
        responseCode = "201",
        description = "Done and committed; the same again for the same Idempotency-Key and body",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = HandledView.class)))
@APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
@APIResponse(responseCode = "403", description = "The role does not act, or the unit was only told (抄送)")
@APIResponse(responseCode = "404", description = "There is none, or none that this token may see")
@APIResponse(responseCode = "409", description = "The state does not allow it; state and allowed say what does")
@APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
@APIResponse(responseCode = "429", description = "Too many at once; see Retry-After")
@APIResponse(
        responseCode = "503",
        description = "The database or the ticket is busy; send the same again, see Retry-After")
class ActResource {

    private final ActCalls calls;
    private final Deeds deeds;

    ActResource(ActCalls calls, Deeds deeds) {
        this.calls = calls;
        this.deeds = deeds;
    }

    @POST
    @Path("/signatures")
    @Operation(summary = "Sign for it (签收). An Idempotency-Key is welcome: a second signature is a conflict.")
    public Uni<Response> sign(UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key) {
        return calls.once("signatures", key, Map.of(), deeds.sign(id, null));
    }

    @POST
    @Path("/contacts")
    @Operation(summary = "The citizen was contacted, or it was tried (先行联系). Needs an Idempotency-Key.")
    public Uni<Response> contact(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Contact body) {
        return calls.each("contacts", key, body, deeds.contact(id, body, null));
    }

    @POST
    @Path("/arrivals")
    @Operation(
            summary = "On site, with proof (到场). Needs an Idempotency-Key.",
            description =
                    "A position, with the system that it is in, is taken near the ticket's own, or where it has none"
                            + " within the grid's outline; onSite says how far it is. Or the code that the desk shows on site, or"
                            + " the reference of a picture. The timeline tells that he arrived, and no position.")
    @APIResponse(
            responseCode = "422",
            description = "Too far away: errors say how far; or another code; or the key was used with another body")
    public Uni<Response> arrive(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Arrival body) {
        return calls.each("arrivals", key, body, deeds.arrive(id, body, null));
    }

    @POST
    @Path("/reports")
    @Operation(summary = "A word on the progress, with evidence (过程反馈). Needs an Idempotency-Key.")
    public Uni<Response> report(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Report body) {
        return calls.each("reports", key, body, deeds.report(id, body, null));
    }

    @POST
    @Path("/resolutions")
    @Operation(
            summary = "The result, with evidence (办结反馈). An Idempotency-Key is welcome: a second result is a conflict.")
    public Uni<Response> resolve(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Resolution body) {
        return calls.once("resolutions", key, body, deeds.resolve(id, body, null));
    }
}
