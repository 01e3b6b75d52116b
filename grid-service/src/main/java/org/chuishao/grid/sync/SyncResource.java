package org.chuishao.grid.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.chuishao.grid.page.Cursor;
import org.chuishao.mesh.pool.InFlight;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Work without a network. */
@Path("/api/v1/sync")
@RolesAllowed({Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK})
@Tag(name = "sync")
class SyncResource {

    private final ApplyBatch apply;
    private final ShowChanges changes;
    private final SyncConfig config;
    private final InFlight underWay;

    SyncResource(ApplyBatch apply, ShowChanges changes, SyncConfig config) {
        this.apply = apply;
        this.changes = changes;
        this.config = config;
        this.underWay = new InFlight(config.batches());
    }

    /** What a phone has kept. */
    record Batch(
            @Schema(type = SchemaType.ARRAY, implementation = Captured.class) @NotNull
            List<@NotNull JsonNode> items) {}

    /** In the order of the items. */
    record Outcomes(List<Outcome> items) {}

    @POST
    @Operation(
            summary = "What was done without a network (离线补传), at most 1,000 acts",
            description =
                    "Applied in the order of capture, each for itself and once for its clientId, by the rules of the online"
                            + " commands. A limit is kept or missed by when an act is received; when it was captured is told"
                            + " with it. Of a conflict the answer says why, and what the server holds: what the worker did"
                            + " is not lost, he sees what happened meanwhile and decides.")
    @APIResponse(
            responseCode = "200",
            description = "Each act answered by itself",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Outcomes.class)))
    @APIResponse(responseCode = "400", description = "No batch, or too large a one; a wrong item is answered by itself")
    @APIResponse(responseCode = "429", description = "Too many at once; see Retry-After")
    public Uni<Outcomes> apply(@Valid @NotNull Batch body) {
        if (body.items().size() > config.batch()) {
            throw Problem.invalid("items", "must hold at most " + config.batch() + " acts; send several batches");
        }
        return underWay.admit(() -> apply.apply(body.items())).map(Outcomes::new);
    }

    @GET
    @Operation(
            summary = "What I have in hand and what changed of it, with what is needed to go on without a network",
            description =
                    "Without since all that is open; with the cursor of the last answer what changed since then, and"
                            + " what is no more in hand. Nothing is missed; a change may be told twice.")
    public Uni<Catchup> changes(@RestQuery @Nullable String since, @RestQuery @Nullable Integer limit) {
        return changes.since(since, Cursor.limit(limit));
    }
}
