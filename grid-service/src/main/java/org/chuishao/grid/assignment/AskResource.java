package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.chuishao.grid.assignment.Asks.Extension;
import org.chuishao.grid.assignment.Asks.HandDownRequest;
import org.chuishao.grid.assignment.Asks.Return;
import org.chuishao.grid.assignment.HandleAssignment.Act;
import org.chuishao.grid.unit.KnownUnits;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.AssignmentEvent.ExtensionRequested;
import org.chuishao.mesh.event.AssignmentEvent.ReturnRequested;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a unit asks for: that somebody else has it, or more time; and what it hands down. */
@Path("/api/v1/assignments/{id}")
@RolesAllowed({Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK})
@Tag(name = "assignments")
@APIResponse(
        responseCode = "201",
        description = "Asked for and committed; the same again for the same Idempotency-Key and body",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = HandledView.class)))
@APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
@APIResponse(responseCode = "403", description = "The role does not act, or the unit was only told (抄送)")
@APIResponse(responseCode = "404", description = "There is none, or none that this token may see")
@APIResponse(
        responseCode = "409",
        description = "The state or the time does not allow it; state and allowed say what does")
@APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
class AskResource {

    private final ActCalls calls;
    private final Limits limits;
    private final KnownUnits units;
    private final HandDown handDown;
    private final Sealer sealer;

    AskResource(ActCalls calls, Limits limits, KnownUnits units, HandDown handDown, Sealer sealer) {
        this.calls = calls;
        this.limits = limits;
        this.units = units;
        this.handDown = handDown;
        this.sealer = sealer;
    }

    @POST
    @Path("/returns")
    @Operation(
            summary =
                    "Ask for it to be taken back, with the legal basis and whose it is (退单). Needs an Idempotency-Key.",
            description =
                    "Once a unit, before the last moment that the rules set (/sla-rules, RETURN_HARD); after the limit"
                            + " (RETURN) it is taken, and late. An adjudicator decides; refused, it comes back with its deadline"
                            + " kept.")
    public Uni<Response> giveBack(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Return body) {
        String leader = References.withoutNumbers("signedOffBy", body.signedOffBy());
        ReturnRequested event = new ReturnRequested(sealer.seal(body.basis()), body.suggestedUnit(), leader);
        Act act = new Act(
                id,
                event,
                (row, before, now) -> limits.returned(row, before, now, body.suggestedUnit()),
                (row, at) -> row.late = limits.returnedLate(row, at));
        return units.require(body.suggestedUnit(), "suggestedUnit")
                .chain(known -> calls.each("returns", key, body, act));
    }

    @POST
    @Path("/extensions")
    @Operation(
            summary = "Ask for more time, once (延期). Needs an Idempotency-Key.",
            description =
                    "Before its end, and beyond it as far as the rules let it (/sla-rules, EXTENSION); where there is no"
                            + " rule, and where life is in danger, not at all. A supervisor decides.")
    public Uni<Response> extend(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Extension body) {
        Instant until = body.until().toInstant().truncatedTo(ChronoUnit.MILLIS);
        Sealed reason = sealer.seal(body.reason());
        Act act = new Act(
                id,
                new ExtensionRequested(until, reason),
                (row, before, now) -> limits.extended(row, before, now, until),
                (row, at) -> {
                    row.extensionUntil = until;
                    row.extensionReason = reason.value();
                    row.extensionDecision = null;
                });
        return calls.each("extensions", key, body, act);
    }

    @POST
    @Path("/handdowns")
    @RolesAllowed({Roles.UNIT, Roles.DUTY_DESK})
    @Operation(
            summary = "Hand it down to a unit directly below, or to a grid (逐级转派). Needs an Idempotency-Key.",
            description = "Within the unit's line or its territory; whoever hands down stays answerable.")
    public Uni<Response> handDown(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull HandDownRequest body) {
        return handDown.handDown(calls.call(id, "handdowns", key, body), id, body)
                .map(Reply::response);
    }
}
