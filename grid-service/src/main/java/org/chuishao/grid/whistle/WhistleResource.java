package org.chuishao.grid.whistle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.grid.unit.KnownUnits;
import org.chuishao.grid.whistle.Bodies.Blow;
import org.chuishao.grid.whistle.ShowWhistles.Wanted;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whistles: blown by those who may, and shown to those they concern. */
@Path(WhistleResource.PATH)
@RolesAllowed({Roles.GRID_WORKER, Roles.UNIT, Roles.DUTY_DESK, Roles.SUPERVISOR, Roles.ADJUDICATOR})
@Tag(name = "whistles")
class WhistleResource {

    static final String PATH = "/api/v1/whistles";
    private static final Set<UnitKind> CALLED = EnumSet.of(UnitKind.DEPARTMENT, UnitKind.COMPANY);

    private final BlowWhistle blow;
    private final ShowWhistles show;
    private final KnownUnits units;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    WhistleResource(BlowWhistle blow, ShowWhistles show, KnownUnits units, CurrentScope current, ObjectMapper mapper) {
        this.blow = blow;
        this.show = show;
        this.units = units;
        this.current = current;
        this.mapper = mapper;
    }

    @POST
    @RolesAllowed({Roles.GRID_WORKER, Roles.UNIT, Roles.DUTY_DESK, Roles.SUPERVISOR})
    @Operation(
            summary = "Blow a whistle about a ticket: departments are called in (社区吹哨). Needs an Idempotency-Key.",
            description = "Who may blow which kind, and who confirms it, is data. Where life is in danger it sounds at"
                    + " once and is confirmed after. Without a ticket, what was found and where opens one: it is"
                    + " dispatched like any other while the whistle sounds on it; the answer has its id.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HandledWhistle.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "403", description = "This rank does not blow this kind")
    @APIResponse(responseCode = "404", description = "There is no such ticket, or none that this token may see")
    @APIResponse(responseCode = "409", description = "The ticket is settled; state and allowed say what is possible")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> blow(@Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Blow body) {
        IdempotentCall call = IdempotentCall.of(current.get().subject(), PATH, key, body, mapper);
        return departments(body.departments())
                .chain(them -> blow.blow(call, body, them))
                .map(Reply::response);
    }

    @GET
    @Operation(
            summary = "Whistles of the caller's scope, the most pressing first; of a phase, a kind, a region, a ticket,"
                    + " a department")
    public Uni<Page<WhistleView>> list(
            @RestQuery Whistle.@Nullable Phase phase,
            @RestQuery @Nullable WhistleKind kind,
            @RestQuery @Nullable String region,
            @RestQuery @Nullable UUID ticket,
            @RestQuery @Nullable String department,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        return show.page(new Wanted(phase, kind, region, ticket, department), cursor, Cursor.limit(limit));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A whistle with who is called, how far each has come, notes and ratings")
    public Uni<WhistleView> get(UUID id) {
        return show.one(id);
    }

    private Uni<List<Unit>> departments(List<String> ids) {
        if (new HashSet<>(ids).size() < ids.size()) {
            throw Problem.invalid("departments", "must name each department once");
        }
        return Multi.createFrom()
                .range(0, ids.size())
                .onItem()
                .transformToUniAndConcatenate(i -> department(ids.get(i), "departments[" + i + "]"))
                .collect()
                .asList();
    }

    private Uni<Unit> department(String id, String field) {
        return units.require(id, field).invoke(unit -> {
            if (!CALLED.contains(unit.kind())) {
                throw Problem.invalid(field, "must be a department or a company: the territory is not called in");
            }
        });
    }
}
