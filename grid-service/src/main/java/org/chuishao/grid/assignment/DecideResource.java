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
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.chuishao.grid.assignment.Asks.ExtensionDecision;
import org.chuishao.grid.assignment.Asks.Resumption;
import org.chuishao.grid.assignment.Asks.ResumptionCause;
import org.chuishao.grid.assignment.Asks.Suspension;
import org.chuishao.grid.assignment.HandleAssignment.Act;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResumed;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSuspended;
import org.chuishao.mesh.event.AssignmentEvent.ExtensionGranted;
import org.chuishao.mesh.event.AssignmentEvent.ExtensionRefused;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is decided above a unit about its time: an extension, a suspension. */
@Path("/api/v1/assignments/{id}")
@RolesAllowed(Roles.SUPERVISOR)
@Tag(name = "assignments")
@APIResponse(
        responseCode = "201",
        description = "Decided and committed; the same again for the same Idempotency-Key and body",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = HandledView.class)))
@APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
@APIResponse(responseCode = "403", description = "The role does not decide this")
@APIResponse(responseCode = "404", description = "There is none, or none that this token may see")
@APIResponse(responseCode = "409", description = "The state does not allow it; state and allowed say what does")
@APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
class DecideResource {

    private final ActCalls calls;
    private final Limits limits;
    private final Sealer sealer;
    private final CurrentScope current;

    DecideResource(ActCalls calls, Limits limits, Sealer sealer, CurrentScope current) {
        this.calls = calls;
        this.limits = limits;
        this.sealer = sealer;
        this.current = current;
    }

    @POST
    @Path("/extensions/decision")
    @Operation(summary = "Grant or refuse an extension that was asked for (延期审批). Needs an Idempotency-Key.")
    public Uni<Response> decide(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull ExtensionDecision body) {
        Sealed reason = sealer.seal(body.reason());
        Act act = body.granted() ? grant(id, body.until(), reason) : refuse(id, body.until(), reason);
        return calls.each("extensions/decision", key, body, act);
    }

    private Act grant(UUID id, @Nullable OffsetDateTime given, Sealed reason) {
        if (given == null) {
            throw Problem.invalid("until", "is needed where the extension is granted");
        }
        Instant until = millis(given);
        return new Act(
                id,
                new ExtensionGranted(until, current.get().subject()),
                (row, before, now) -> limits.granted(row, before, now, until),
                (row, at) -> {
                    row.extensionUntil = until;
                    row.extensionDecision = reason.value();
                });
    }

    private static Act refuse(UUID id, @Nullable OffsetDateTime given, Sealed reason) {
        if (given != null) {
            throw Problem.invalid("until", "has no meaning where the extension is refused");
        }
        return new Act(id, new ExtensionRefused(reason), (row, at) -> row.extensionDecision = reason.value());
    }

    @POST
    @Path("/suspensions")
    @Operation(
            summary = "Stop the unit's clock for an objective cause until a review (挂起). Needs an Idempotency-Key.",
            description =
                    "The citizen's clock goes on. As long as the rules let it (/sla-rules, SUSPENSION), and never where"
                            + " life is in danger.")
    public Uni<Response> suspend(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Suspension body) {
        Instant reviewAt = millis(body.reviewAt());
        Act act = new Act(
                id,
                new AssignmentSuspended(body.cause().name(), reviewAt),
                (row, before, now) -> limits.suspended(row, before, now, reviewAt),
                (row, at) -> {
                    row.suspensionCause = body.cause().name();
                    row.reviewAt = reviewAt;
                });
        return calls.each("suspensions", key, body, act);
    }

    @POST
    @Path("/suspensions/end")
    @RolesAllowed({Roles.SUPERVISOR, Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK})
    @Operation(summary = "Go on with what was suspended (恢复办理). Needs an Idempotency-Key.")
    public Uni<Response> resume(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Resumption body) {
        if (body.cause() == ResumptionCause.REVIEW_DUE) {
            throw Problem.invalid("cause", "is only given by the clock; a person names another");
        }
        Act act = new Act(id, new AssignmentResumed(body.cause().name()), (row, at) -> row.endSuspension());
        return calls.each("suspensions/end", key, body, act);
    }

    private static Instant millis(OffsetDateTime given) {
        return given.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }
}
