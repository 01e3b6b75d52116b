package org.chuishao.intake.notice;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chuishao.intake.feed.Position;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Notices to callers. */
@Path("/api/v1/caller-notices")
@RolesAllowed({Roles.CALL_CENTRE, Roles.AGENT})
class NoticeResource {

    private final ListNotices listNotices;
    private final KeepReceipt keepReceipt;
    private final CurrentScope scope;

    NoticeResource(ListNotices listNotices, KeepReceipt keepReceipt, CurrentScope scope) {
        this.listNotices = listNotices;
        this.keepReceipt = keepReceipt;
        this.scope = scope;
    }

    @GET
    @Operation(
            summary = "What callers are to be told (告知), the oldest first",
            description =
                    "That a complaint was joined to a confirmed warning's ticket and is handled with it. Listed until a"
                            + " receipt says that the caller was told, the ticket goes on by itself, or its result is there. The"
                            + " number to call is shown by /tickets/{id}/reveals. Keep next and ask again with after=next; those"
                            + " that failed stand before it still: begin at the beginning to try them again.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoticePage.class)))
    @APIResponse(responseCode = "400", description = "after is no cursor of this list, or limit out of range")
    public Uni<NoticePage> notices(
            @Parameter(description = "next of the answer before; absent to begin at the beginning")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Parameter(description = "1 to 500") @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500)
                    int limit) {
        return listNotices.after(Position.parse(after), limit, scope.get());
    }

    @POST
    @Path("/{id}/receipts")
    @Operation(
            summary = "Say how an attempt to tell the caller ended",
            description = "The first DELIVERED takes the notice off the list.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NoticeReceipt.class)))
    @APIResponse(responseCode = "404", description = "No such notice in the scope of the token")
    @APIResponse(responseCode = "422", description = "The key was used before with another body")
    public Uni<Response> receipt(
            @PathParam("id") UUID id,
            @Parameter(
                            description =
                                    "1 to 200 characters, new for each attempt; a repeated one does nothing again",
                            required = true)
                    @HeaderParam(IdempotentCall.HEADER)
                    @Nullable
                    String key,
            @Valid @NotNull NoticeReceiptRequest request) {
        return keepReceipt.keep(id, request, key).map(Reply::response);
    }
}
