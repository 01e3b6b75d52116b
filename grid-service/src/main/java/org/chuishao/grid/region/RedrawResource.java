package org.chuishao.grid.region;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.chuishao.grid.location.FollowRegister;
import org.chuishao.grid.outline.Geometry;
import org.chuishao.grid.region.Plan.Laid;
import org.chuishao.grid.region.RedrawGrids.PlanOf;
import org.chuishao.grid.region.Redrawing.Merge;
import org.chuishao.grid.region.Redrawing.NewGrid;
import org.chuishao.grid.region.Redrawing.Redrawn;
import org.chuishao.grid.region.Redrawing.Split;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Grids are split and merged, and their old codes still resolve. */
@Path("/api/v1/regions")
@RolesAllowed(Roles.SUPERVISOR)
@Tag(name = "regions")
class RedrawResource {

    private final RedrawGrids redraw;
    private final Geometry geometry;
    private final FollowRegister places;
    private final CurrentScope current;
    private final ObjectMapper mapper;

    RedrawResource(
            RedrawGrids redraw, Geometry geometry, FollowRegister places, CurrentScope current, ObjectMapper mapper) {
        this.redraw = redraw;
        this.geometry = geometry;
        this.places = places;
        this.current = current;
        this.mapper = mapper;
    }

    @POST
    @Path("/{code}/splits")
    @Operation(
            summary = "Split a grid into several. Needs an Idempotency-Key.",
            description =
                    "The old code ends and leads to the new ones, by their outlines where a position is known. Who"
                            + " serves the old grid serves each of the new ones; what is in hand stays where it is.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Redrawn.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "404", description = "There is no such grid, or none in the caller's regions")
    @APIResponse(responseCode = "409", description = "The grid has ended")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> split(
            @RestPath String code,
            @Nullable @HeaderParam(IdempotentCall.HEADER) String key,
            @Valid @NotNull Split body) {
        List<String> old = List.of(code);
        IdempotentCall call = call("/api/v1/regions/" + code + "/splits", key, body);
        return answered(geometry.aside(() -> laid(body.grids()))
                .chain(grids -> redraw.redraw(
                        call, old, grids, by -> Plan.of(old, grids, body.validFrom(), by.standing(), by.rule()))));
    }

    private static List<Laid> laid(List<NewGrid> grids) {
        return IntStream.range(0, grids.size())
                .mapToObj(i -> Plan.laid("grids[" + i + "]", grids.get(i)))
                .toList();
    }

    @POST
    @Path("/merges")
    @Operation(
            summary = "Merge several grids of a community into one. Needs an Idempotency-Key.",
            description =
                    "The old codes end and lead to the new one, which has their people; what is in hand stays where"
                            + " it is. Its outline and households are theirs together, where nothing else is said.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Redrawn.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "404", description = "There is no such grid, or none in the caller's regions")
    @APIResponse(responseCode = "409", description = "A grid has ended")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> merge(@Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull Merge body) {
        List<String> old = body.codes();
        if (old.stream().distinct().count() < old.size()) {
            throw Problem.invalid("codes", "must name each grid once");
        }
        IdempotentCall call = call("/api/v1/regions/merges", key, body);
        return answered(geometry.aside(() -> Plan.laid("into", body.into()))
                .chain(into -> redraw.redraw(call, old, List.of(into), by -> merged(body, into, by))));
    }

    private static Plan merged(Merge body, Laid into, PlanOf by) {
        Laid together = Plan.together(into, by.standing().old());
        return Plan.of(body.codes(), List.of(together), body.validFrom(), by.standing(), by.rule());
    }

    private IdempotentCall call(String path, @Nullable String key, Object body) {
        return IdempotentCall.of(current.get().subject(), path, key, body, mapper);
    }

    private Uni<Response> answered(Uni<Reply> reply) {
        return reply.call(done -> places.caughtUp()).map(Reply::response);
    }
}
