package org.chuishao.routing.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which lines' tickets the model may dispatch by itself: none before a named person has said so. */
@Path("/api/v1/automatic-lines")
@RolesAllowed({Roles.OPS, Roles.SUPERVISOR, Roles.ANALYST, Roles.DISPATCHER})
@Tag(name = "models")
class AutomaticLineResource {

    private final AutomaticLines lines;
    private final PlaceModel place;

    AutomaticLineResource(AutomaticLines lines, PlaceModel place) {
        this.lines = lines;
        this.place = place;
    }

    record All(
            List<AutomaticLine> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {}

    /** @param reason for whoever looks back; the caller's name stands with it */
    record Given(
            @NotNull Boolean enabled,
            @NotBlank @Size(max = 500) String reason) {}

    @GET
    @Operation(
            summary =
                    "Each line: whether the model may dispatch by itself, from which confidence on, and how right it was",
            description =
                    "A threshold is the lowest confidence above which the lower end of Wilson's interval over confirmed"
                            + " answers reaches the target. Reports, secret tickets, safety matters and danger to life never go by it.")
    public Uni<All> list() {
        return lines.all().map(items -> new All(items, null));
    }

    @PUT
    @Path("/{line}")
    @RolesAllowed({Roles.OPS, Roles.SUPERVISOR})
    @Operation(
            summary =
                    "Give the model a line, or take it back. It holds here at once, in other replicas within a minute.")
    @APIResponse(responseCode = "404", description = "There is no such line")
    public Uni<AutomaticLine> give(String line, @Valid @NotNull Given given) {
        return lines.one(line)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("line"))
                .chain(() -> place.give(line, given.enabled(), given.reason()))
                .chain(() -> lines.one(line));
    }
}
