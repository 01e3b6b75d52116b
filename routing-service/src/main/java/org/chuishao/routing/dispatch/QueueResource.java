package org.chuishao.routing.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What waits for a dispatcher. */
@Path("/api/v1/dispatch-queue")
@RolesAllowed(Roles.DISPATCHER)
@Tag(name = "dispatch")
class QueueResource {

    private final DispatchQueue queue;

    QueueResource(DispatchQueue queue) {
        this.queue = queue;
    }

    /** The most urgent first, then the longest waiting. */
    @GET
    @Operation(summary = "What waits for a dispatcher, in scope: the most urgent first, then the longest waiting")
    public Uni<QueuePage> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return queue.page(QueuePage.Mark.of(cursor), limit);
    }
}
