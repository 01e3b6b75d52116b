package org.chuishao.routing.call;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.routing.page.Mark;
import org.chuishao.routing.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Desks that have to be called about a danger to life. */
@Path("/api/v1/desk-calls")
@RolesAllowed({Roles.DISPATCHER, Roles.AGENT, Roles.DUTY_DESK})
@Tag(name = "dispatch")
class DueCallResource {

    private final DueCalls due;

    DueCallResource(DueCalls due) {
        this.due = due;
    }

    @GET
    @Operation(summary = "Desks that still have to be called about a danger to life (电话交办), the longest waiting first")
    public Uni<Page<DueCalls.View>> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return due.page(Mark.of(cursor), limit);
    }
}
