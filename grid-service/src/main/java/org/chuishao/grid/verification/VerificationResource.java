package org.chuishao.grid.verification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.grid.verification.AnswerVerification.Answered;
import org.chuishao.grid.verification.Findings.Finding;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a grid is asked to look at, and what it answers. */
@Path(VerificationResource.PATH)
@RolesAllowed({Roles.GRID_WORKER, Roles.UNIT, Roles.DUTY_DESK})
@Tag(name = "verifications")
class VerificationResource {

    static final String PATH = "/api/v1/verifications";

    private final Verifications verifications;
    private final Findings findings;

    VerificationResource(Verifications verifications, Findings findings) {
        this.verifications = verifications;
        this.findings = findings;
    }

    @GET
    @RolesAllowed({Roles.GRID_WORKER, Roles.UNIT, Roles.DUTY_DESK, Roles.SUPERVISOR})
    @Operation(summary = "What waits to be looked at (网格核实), in scope: the oldest first")
    public Uni<Page<VerificationView>> list(@RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        return verifications.page(cursor, Cursor.limit(limit));
    }

    @GET
    @Path("/{ticket}")
    @Operation(summary = "One that waits, with what it is about")
    public Uni<VerificationView> get(UUID ticket) {
        return verifications.one(ticket);
    }

    @POST
    @Path("/{ticket}/findings")
    @Operation(summary = "What was found, with evidence (核实反馈). Needs an Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answered.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "404", description = "There is none, or none that this token may see")
    @APIResponse(responseCode = "409", description = "It is not asked for any more; the state is named")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> found(
            UUID ticket, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Finding body) {
        return findings.answer(ticket, key, body, null).map(Reply::response);
    }
}
