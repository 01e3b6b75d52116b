package org.chuishao.grid.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Photos of the work, sent in pieces. */
@Path(EvidenceResource.PATH)
@RolesAllowed({Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK})
@Tag(name = "evidence")
class EvidenceResource {

    static final String PATH = "/api/v1/evidence";
    static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String PIECE = "application/offset+octet-stream";

    private final BeginUpload begin;
    private final AppendPiece append;
    private final FinishUpload finish;
    private final ShowPhotos show;

    EvidenceResource(BeginUpload begin, AppendPiece append, FinishUpload finish, ShowPhotos show) {
        this.begin = begin;
        this.append = append;
        this.finish = finish;
        this.show = show;
    }

    @POST
    @Operation(
            summary =
                    "Announce a photo of an assignment, of what is to be looked at, or of a patrol report, under an id of the"
                            + " phone's own",
            description =
                    "The id makes it once, however often it is sent; reports and results may name it before it has"
                            + " arrived. Then PATCH its pieces, from offset, none longer than piece.")
    @APIResponse(
            responseCode = "201",
            description = "Announced, now or before; offset says what has arrived",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PhotoView.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "404", description = "There is none, or none that this token may see")
    @APIResponse(responseCode = "409", description = "The id is taken by somebody else's photo")
    @APIResponse(responseCode = "413", description = "Larger than a photo may be")
    @APIResponse(responseCode = "422", description = "The id was used for another file")
    @APIResponse(responseCode = "429", description = "The unit's quota of a day is used up; see Retry-After")
    public Uni<Response> announce(@Valid @NotNull NewUpload body) {
        return begin.begin(body)
                .map(show::view)
                .map(view -> told(Response.created(URI.create(PATH + "/" + view.id())), view));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({PIECE, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "The next piece of a photo, from Upload-Offset on",
            description =
                    "With the last one the photo is checked, turned upright, and written anew without what its file said"
                            + " beside the picture; position and time are noted first. Where much is to do it is answered 202"
                            + " and finished later: ask for its state.")
    @APIResponse(
            responseCode = "200",
            description = "Kept; offset says where to go on, state STORED that all is done",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PhotoView.class)))
    @APIResponse(responseCode = "202", description = "All has arrived, and will be looked at")
    @APIResponse(responseCode = "400", description = "A field is wrong; errors name each")
    @APIResponse(responseCode = "403", description = "Somebody else began to send it")
    @APIResponse(responseCode = "404", description = "There is none, or none that this token may see")
    @APIResponse(responseCode = "409", description = "Another offset is next; offset says which")
    @APIResponse(responseCode = "422", description = "No photo that is taken, or damaged on the way; detail says why")
    public Uni<Response> append(UUID id, @Nullable @HeaderParam(OFFSET) @Min(0) Long offset, byte @Nullable [] piece) {
        if (offset == null) {
            throw Problem.invalid(OFFSET, "a header is needed: which byte of the file is the first of this piece");
        }
        return append.append(id, offset, piece == null ? new byte[0] : piece)
                .chain(photo -> photo.state == Photo.State.RECEIVED
                        ? finish.finish(id).chain(() -> show.one(id))
                        : Uni.createFrom().item(show.view(photo)))
                .map(EvidenceResource::outcome);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK, Roles.SUPERVISOR})
    @Operation(summary = "What is known of a photo, and how much of it has arrived")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PhotoView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or none that this token may see")
    public Uni<Response> get(UUID id) {
        return show.one(id).map(view -> told(Response.ok(), view));
    }

    @GET
    @RolesAllowed({Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK, Roles.SUPERVISOR})
    @Operation(summary = "The photos of an assignment, of what was looked at, or of what was found on patrol")
    public Uni<Page<PhotoView>> list(
            @RestQuery @Nullable UUID assignment,
            @RestQuery @Nullable UUID verification,
            @RestQuery @Nullable UUID patrolReport,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        return show.list(Subject.of(assignment, verification, patrolReport), cursor, Cursor.limit(limit));
    }

    @GET
    @Path("/{id}/content")
    @Produces("image/*")
    @RolesAllowed({Roles.UNIT, Roles.GRID_WORKER, Roles.DUTY_DESK, Roles.SUPERVISOR})
    @Operation(summary = "The picture")
    @APIResponse(
            responseCode = "200",
            content = {@Content(mediaType = "image/jpeg"), @Content(mediaType = "image/png")})
    @APIResponse(responseCode = "404", description = "There is none, or none that this token may see")
    @APIResponse(responseCode = "409", description = "It is not there yet, or was not taken")
    public RestMulti<byte[]> content(UUID id) {
        return RestMulti.fromUniResponse(show.content(id), show::pieces, EvidenceResource::headers);
    }

    private static Map<String, List<String>> headers(ShowPhotos.Content content) {
        return Map.of(
                "Content-Type", List.of(content.type()),
                "ETag", List.of('"' + content.sha256() + '"'),
                "Cache-Control", List.of("private, no-store"),
                "X-Content-Type-Options", List.of("nosniff"));
    }

    private static Response outcome(PhotoView view) {
        if (view.refusal() != null) {
            throw Problem.unprocessable("file", view.refusal());
        }
        return told(view.state() == Photo.State.RECEIVED ? Response.accepted() : Response.ok(), view);
    }

    private static Response told(Response.ResponseBuilder response, PhotoView view) {
        return response.type(MediaType.APPLICATION_JSON_TYPE)
                .entity(view)
                .header(OFFSET, view.offset())
                .header(LENGTH, view.size())
                .build();
    }
}
