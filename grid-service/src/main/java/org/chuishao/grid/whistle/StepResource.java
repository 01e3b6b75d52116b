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
import org.chuishao.grid.unit.KnownUnits;
import org.chuishao.grid.whistle.Bodies.Arrival;
import org.chuishao.grid.whistle.Bodies.Confirmation;
import org.chuishao.grid.whistle.Bodies.Share;
import org.chuishao.grid.whistle.Bodies.Signature;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What blower and departments do about a whistle until it is closed. */
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
@APIResponse(
        responseCode = "422",
        description = "The Idempotency-Key was used with another body, or a proof proves nothing")
class StepResource {

    private final WhistleCalls calls;
    private final Steps steps;
    private final ReportIn reportIn;
    private final KnownUnits units;

    StepResource(WhistleCalls calls, Steps steps, ReportIn reportIn, KnownUnits units) {
        this.calls = calls;
        this.steps = steps;
        this.reportIn = reportIn;
        this.units = units;
    }

    @POST
    @Path("/confirmations")
    @RolesAllowed({Roles.UNIT, Roles.DUTY_DESK, Roles.SUPERVISOR})
    @Operation(summary = "Stand behind it, or not (确认、核准). Needs an Idempotency-Key.")
    public Uni<Response> confirm(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Confirmation body) {
        return calls.once(id, "confirmations", key, body, (sheet, by, now) -> steps.confirm(body, sheet, by, now));
    }

    @POST
    @Path("/signatures")
    @RolesAllowed({Roles.UNIT, Roles.DUTY_DESK})
    @Operation(
            summary =
                    "A department takes it on, and may name the unit that comes for it (应哨). Needs an Idempotency-Key.")
    public Uni<Response> sign(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Signature body) {
        if (body.substitute() == null) {
            return calls.once(id, "signatures", key, body, (sheet, by, now) -> steps.sign(null, sheet, by, now));
        }
        return units.require(body.substitute(), "substitute")
                .chain(unit ->
                        calls.once(id, "signatures", key, body, (sheet, by, now) -> steps.sign(unit, sheet, by, now)));
    }

    @POST
    @Path("/arrivals")
    @RolesAllowed({Roles.UNIT, Roles.DUTY_DESK})
    @Operation(summary = "A department reports in, with proof (部门报到). Needs an Idempotency-Key.")
    public Uni<Response> arrive(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Arrival body) {
        return calls.once(id, "arrivals", key, body, (sheet, by, now) -> reportIn.take(body, sheet, by, now));
    }

    @POST
    @Path("/shares")
    @Operation(
            summary =
                    "The blower gives a department its share of the work, with a limit (分工). Needs an Idempotency-Key.")
    public Uni<Response> share(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Share body) {
        return calls.once(id, "shares", key, body, (sheet, by, now) -> steps.share(body, sheet, by, now));
    }

    @POST
    @Path("/results")
    @RolesAllowed({Roles.UNIT, Roles.DUTY_DESK})
    @Operation(summary = "A department has done its share (分工完成). Needs an Idempotency-Key.")
    public Uni<Response> finish(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Bodies.Words body) {
        return calls.once(id, "results", key, body, (sheet, by, now) -> steps.finish(body.text(), sheet, by));
    }

    @POST
    @Path("/notes")
    @Operation(summary = "What was found or agreed on site (会商记录). Needs an Idempotency-Key.")
    public Uni<Response> note(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Bodies.Words body) {
        return calls.once(id, "notes", key, body, (sheet, by, now) -> steps.note(body.text(), sheet, by, now));
    }

    @POST
    @Path("/closure")
    @Operation(
            summary = "The blower closes it (办结). Needs an Idempotency-Key.",
            description = "With what its kind requires: the scene safe, the legal outcome, all shares done, or a plan.")
    public Uni<Response> close(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Closing body) {
        return calls.once(id, "closure", key, body, (sheet, by, now) -> steps.close(body, sheet, by, now));
    }

    @POST
    @Path("/reports")
    @Operation(summary = "The written report after an emergency (书面报告). Needs an Idempotency-Key.")
    public Uni<Response> report(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Bodies.Words body) {
        return calls.once(id, "reports", key, body, (sheet, by, now) -> steps.report(body.text(), sheet, by, now));
    }
}
