package org.chuishao.grid.patrol;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What workers find on patrol. */
@Path(PatrolResource.PATH)
@Tag(name = "patrol-reports")
class PatrolResource {

    static final String PATH = "/api/v1/patrol-reports";

    private final ReportPatrol report;
    private final PatrolReports reports;

    PatrolResource(ReportPatrol report, PatrolReports reports) {
        this.report = report;
        this.reports = reports;
    }

    @POST
    @RolesAllowed(Roles.GRID_WORKER)
    @Operation(
            summary = "Report what was found in a grid of one's own (巡查上报). Needs an Idempotency-Key.",
            description =
                    "It is a ticket from then on: dispatched like any other, or only reviewed where it was settled on"
                            + " the spot. Its id is the ticket's; its number comes from intake.")
    @APIResponse(
            responseCode = "201",
            description = "Reported and committed; the same again for the same Idempotency-Key and body",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PatrolReport.class)))
    @APIResponse(
            responseCode = "400",
            description = "A field is wrong, or it is no grid of the worker's; errors name each")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> report(
            @Nullable @HeaderParam(IdempotentCall.HEADER) String key, @Valid @NotNull NewReport body) {
        return report.report(key, body, null).map(Reply::response);
    }

    @GET
    @RolesAllowed({Roles.GRID_WORKER, Roles.DUTY_DESK, Roles.SUPERVISOR})
    @Operation(summary = "What was reported, in scope: the newest first")
    public Uni<Page<PatrolReport>> list(
            @RestQuery @Nullable String region,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        return reports.page(region, cursor, Cursor.limit(limit));
    }
}
