package org.chuishao.grid.verification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.assignment.References;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.grid.verification.AnswerVerification.Answered;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.AssignmentEvent.PlaceVerified;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
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
    private final AnswerVerification answer;
    private final Sealer sealer;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    VerificationResource(
            Verifications verifications,
            AnswerVerification answer,
            Sealer sealer,
            CurrentScope current,
            ObjectMapper mapper) {
        this.verifications = verifications;
        this.answer = answer;
        this.sealer = sealer;
        this.current = current;
        this.mapper = mapper;
    }

    /**
     * What was found.
     *
     * @param confirmed the matter is there as it was told
     * @param region where it is, a grid if it is known
     */
    record Finding(
            @NotNull Boolean confirmed,

            @NotNull
            @Pattern(
                    regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}",
                    message = "must be a division code of 6, 9, 12 or 15 digits")
            String region,

            @Nullable @Size(max = 2_000) String note,

            @Nullable @Size(max = 50)
            List<@NotNull @Pattern(regexp = References.PATTERN, message = References.RULE) String> evidence) {}

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
        String path = PATH + "/" + ticket + "/findings";
        IdempotentCall call = IdempotentCall.of(current.get().subject(), path, key, body, mapper);
        PlaceVerified event = new PlaceVerified(
                body.confirmed(), body.region(), sealed(body.note()), References.evidence(body.evidence()));
        return answer.answer(call, ticket, event).map(reply -> Response.status(reply.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(reply.json())
                .build());
    }

    private @Nullable Sealed sealed(@Nullable String text) {
        return text == null || text.isBlank() ? null : sealer.seal(text);
    }
}
