package org.chuishao.grid.whistle;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chuishao.grid.whistle.Bodies.Decision;
import org.chuishao.grid.whistle.Bodies.Objecting;
import org.chuishao.grid.whistle.Bodies.Rating;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What both sides of a whistle think of it, and who decides between them. */
@Path(WhistleResource.PATH + "/{id}")
@RolesAllowed({Roles.GRID_WORKER, Roles.UNIT, Roles.DUTY_DESK, Roles.SUPERVISOR})
@Tag(name = "whistles")
@APIResponse(
        responseCode = "201",
        description = "Done and committed; the same again for the same Idempotency-Key and body",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = HandledWhistle.class)))
@APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
@APIResponse(responseCode = "403", description = "It is for another side of the whistle to do")
@APIResponse(responseCode = "404", description = "There is none, or none that this token may see")
@APIResponse(responseCode = "409", description = "The state does not allow it; state and allowed say what does")
@APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
class JudgeResource {

    private final WhistleCalls calls;
    private final Judging judging;

    JudgeResource(WhistleCalls calls, Judging judging) {
        this.calls = calls;
        this.judging = judging;
    }

    @POST
    @Path("/objections")
    @RolesAllowed({Roles.UNIT, Roles.DUTY_DESK})
    @Operation(
            summary = "A department calls the whistle improper, before it has come (异议). Needs an Idempotency-Key.",
            description = "Its clocks run on until an adjudicator decides.")
    public Uni<Response> object(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Objecting body) {
        return calls.once(id, "objections", key, body, (sheet, by, now) -> judging.object(body, sheet, by, now));
    }

    @POST
    @Path("/objections/{department}/decision")
    @RolesAllowed(Roles.ADJUDICATOR)
    @Operation(
            summary =
                    "Whether the objection stands: upheld, the department is released (裁定). Needs an Idempotency-Key.")
    public Uni<Response> decide(
            UUID id,
            @RestPath String department,
            @Nullable @HeaderParam(IdempotentCall.HEADER) String key,
            @Valid @NotNull Decision body) {
        String step = "objections/" + department + "/decision";
        return calls.once(id, step, key, body, (sheet, by, now) -> judging.decide(department, body, sheet));
    }

    @POST
    @Path("/ratings")
    @Operation(
            summary = "The blower rates a department, a department the blower, once (双向评价). Needs an Idempotency-Key.")
    public Uni<Response> rate(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Rating body) {
        return calls.once(id, "ratings", key, body, (sheet, by, now) -> judging.rate(body, sheet, by));
    }
}
