package org.chuishao.grid.mediation;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.chuishao.grid.mediation.Bodies.Opening;
import org.chuishao.grid.mediation.ShowMediations.Wanted;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.event.MediationEvent.Route;
import org.chuishao.mesh.log.Idempotency.Reply;
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

/** Disputes that are mediated in the grid: opened, and shown to those who have them in hand or oversee them. */
@Path(MediationResource.PATH)
@RolesAllowed({Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK, Roles.SUPERVISOR})
@Tag(name = "mediations")
class MediationResource {

    static final String PATH = "/api/v1/mediations";

    private final OpenMediation open;
    private final ShowMediations show;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    MediationResource(OpenMediation open, ShowMediations show, CurrentScope current, ObjectMapper mapper) {
        this.open = open;
        this.show = show;
        this.current = current;
        this.mapper = mapper;
    }

    @POST
    @RolesAllowed({Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK})
    @Operation(
            summary = "Open a mediation on an assignment in hand (矛盾纠纷受理). Needs an Idempotency-Key.",
            description = "Of a ticket in a grid, with two parties at least and a mediator who works in the community."
                    + " Names, contacts and words stay here, sealed; the ticket's timeline tells the steps.")
    @APIResponse(
            responseCode = "201",
            description = "Opened and committed; the same again for the same Idempotency-Key and body",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = HandledMediation.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "403", description = "The role does not act, or the unit was only told (抄送)")
    @APIResponse(responseCode = "404", description = "There is no such assignment, or none that this token may see")
    @APIResponse(
            responseCode = "409",
            description =
                    "The assignment is not in hand, or is mediated already; state and allowed say what is possible")
    @APIResponse(
            responseCode = "422",
            description = "It lies in no grid, or the Idempotency-Key was used with another body")
    public Uni<Response> open(@Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Opening body) {
        IdempotentCall call = IdempotentCall.of(current.get().subject(), PATH, key, body, mapper);
        return open.open(call, body).map(Reply::response);
    }

    @GET
    @Operation(
            summary = "Mediations in scope, the newest first; of a phase, a route, a region, a ticket, an assignment, a"
                    + " mediator",
            description = "Without what names people or quotes them. Which revisits come due when: /deadlines, act"
                    + " MEDIATION_REVISIT.")
    public Uni<Page<MediationView>> list(
            @RestQuery Mediation.@Nullable Phase phase,
            @RestQuery @Nullable Route route,
            @RestQuery @Nullable String region,
            @RestQuery @Nullable UUID ticket,
            @RestQuery @Nullable UUID assignment,
            @RestQuery @Nullable String mediator,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        return show.page(new Wanted(phase, route, region, ticket, assignment, mediator), cursor, Cursor.limit(limit));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A mediation with its parties, sessions and agreement; contacts for those who have it in hand")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MediationView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or none that this token may see")
    public Uni<MediationView> get(UUID id) {
        return show.one(id);
    }
}
