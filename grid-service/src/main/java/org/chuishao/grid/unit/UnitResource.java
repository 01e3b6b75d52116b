package org.chuishao.grid.unit;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.UnitKind;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Offices and companies of the industry lines, towns, communities and county desks. */
@Path("/api/v1/units")
@Authenticated
@Tag(name = "units")
class UnitResource {

    private final UnitRegister units;
    private final SetDutyHours dutyHours;

    UnitResource(UnitRegister units, SetDutyHours dutyHours) {
        this.units = units;
        this.dutyHours = dutyHours;
    }

    @GET
    @Operation(summary = "Units in force, by id; of a line, a level, a kind, within a region")
    public Uni<Page<UnitView>> list(
            @RestQuery @Nullable String line,
            @RestQuery @Nullable Integer level,
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String region,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        if (level != null && (level < 1 || level > 5)) {
            throw Problem.invalid("level", "must be from 1 to 5");
        }
        int most = Cursor.limit(limit);
        return units.page(line, level, kind(kind), region, Cursor.key(cursor), most);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A unit by its id, also one that has ended")
    public Uni<UnitView> get(@RestPath String id) {
        return units.find(id);
    }

    @PUT
    @Path("/{id}/duty-hours")
    @RolesAllowed({Roles.SUPERVISOR, Roles.OPS})
    @Operation(
            summary = "Set when the unit's desk is manned; the same time twice is round the clock, as without any",
            description =
                    "Outside of them what can wait is told when they begin, and what cannot goes to the unit above.")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UnitView.class)))
    @APIResponse(responseCode = "403", description = "The unit is not in the caller's scope")
    @APIResponse(responseCode = "404", description = "There is no such unit")
    public Uni<UnitView> dutyHours(@RestPath String id, @Valid @NotNull DutyHours body) {
        return dutyHours.set(id, body);
    }

    private static @Nullable UnitKind kind(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(UnitKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("kind", "must be one of " + Arrays.toString(UnitKind.values())));
    }
}
