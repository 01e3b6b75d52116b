package org.chuishao.grid.mediation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chuishao.grid.mediation.Bodies.Ending;
import org.chuishao.grid.mediation.Bodies.Revisit;
import org.chuishao.grid.mediation.Bodies.Session;
import org.chuishao.grid.mediation.HandleMediation.Taken;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is done about a mediation until it is kept or goes on elsewhere; also when its ticket is closed. */
@Path(MediationResource.PATH + "/{id}")
@RolesAllowed({Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK})
@Tag(name = "mediations")
@APIResponse(
        responseCode = "201",
        description = "Done and committed; the same again for the same Idempotency-Key and body",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = HandledMediation.class)))
@APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
@APIResponse(responseCode = "403", description = "The role does not act")
@APIResponse(responseCode = "404", description = "There is none, or none that this token may see")
@APIResponse(responseCode = "409", description = "The state does not allow it; state and allowed say what does")
@APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
class StepResource {

    private final HandleMediation handle;
    private final Steps steps;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    StepResource(HandleMediation handle, Steps steps, CurrentScope current, ObjectMapper mapper) {
        this.handle = handle;
        this.steps = steps;
        this.current = current;
        this.mapper = mapper;
    }

    @POST
    @Path("/sessions")
    @Operation(summary = "The parties met: when, where, who came, what was said (调解记录). Needs an Idempotency-Key.")
    public Uni<Response> meet(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Session body) {
        return once(id, "sessions", key, body, (row, ticket, now) -> steps.meet(body, row, now));
    }

    @POST
    @Path("/outcome")
    @Operation(
            summary = "They agreed, or did not (调解结果). Needs an Idempotency-Key.",
            description = "With an agreement the clock of its revisit starts (/sla-rules, MEDIATION_REVISIT); what"
                    + " failed goes on to justice or petition office, court or mediation committee.")
    public Uni<Response> end(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Ending body) {
        return once(id, "outcome", key, body, (row, ticket, now) -> steps.end(body, row, ticket, now));
    }

    @POST
    @Path("/revisits")
    @Operation(
            summary = "Whether the agreement is kept (调解回访). Needs an Idempotency-Key.",
            description = "What is not kept is talked over again, or goes on by a route. The ticket may be closed by"
                    + " then.")
    public Uni<Response> revisit(
            UUID id, @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Revisit body) {
        return once(id, "revisits", key, body, (row, ticket, now) -> steps.revisit(body, row, now));
    }

    private Uni<Response> once(UUID mediation, String step, @Nullable String key, Object body, Taken taken) {
        String path = MediationResource.PATH + "/" + mediation + "/" + step;
        IdempotentCall call = IdempotentCall.of(current.get().subject(), path, key, body, mapper);
        return handle.handle(mediation, taken, call).map(Reply::response);
    }
}
