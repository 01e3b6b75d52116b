package org.chuishao.analytics.brief;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.chuishao.analytics.load.LongReads;
import org.chuishao.mesh.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Briefs (日报 周报 专报) of a region, as figures, as a page that prints, and as a table. */
@Path("/api/v1/briefs")
@RolesAllowed({Roles.ANALYST, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPS})
@Tag(name = "briefs")
class BriefResource {

    private static final String CSV = "text/csv;charset=utf-8";
    private static final String HTML = "text/html;charset=utf-8";
    /** The page has its styles in itself, and needs nothing else; a script in it would not run. */
    private static final String NOTHING_ELSE =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final BriefAsked asked;
    private final WriteBrief write;
    private final NoteExport note;
    private final LongReads reads;

    BriefResource(BriefAsked asked, WriteBrief write, NoteExport note, LongReads reads) {
        this.asked = asked;
        this.write = write;
        this.note = note;
        this.reads = reads;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A brief: the figures of some days beside those before, and what to look at",
            description =
                    "daily: a day against the same weekday a week before; weekly: the seven days up to it against the"
                            + " seven before; special: the thirty days up to it, of one matter, against the thirty before."
                            + " Accept: text/html answers a page for A4 (Chinese, with English below; no script). Counts behind"
                            + " which fewer than 5 people stand are withheld, and what they could be subtracted from; not from a"
                            + " token of that grid alone. The words of attention are made of the figures by rules, by no model.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Brief.class)),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or the day is to come")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    @APIResponse(responseCode = "503", description = "Too many long reads wait for their turn; see Retry-After")
    public Uni<Brief> brief(@BeanParam BriefFilter filter) {
        AskedBrief it = asked.of(filter);
        return reads.inTurn(() -> write.of(it));
    }

    @GET
    @Produces(HTML + ";qs=0.5")
    @Operation(hidden = true)
    public Uni<Response> page(@BeanParam BriefFilter filter) {
        AskedBrief it = asked.of(filter);
        return reads.inTurn(() -> note.of(it, "page").chain(() -> write.of(it)))
                .chain(brief -> BriefTemplates.brief(PageOf.of(brief)).createUni())
                .map(page -> Response.ok(page, HTML)
                        .header("Content-Security-Policy", NOTHING_ELSE)
                        .header("X-Content-Type-Options", "nosniff")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @GET
    @Path("/export")
    @Produces(CSV)
    @Operation(
            summary = "A brief as CSV, a line for each figure",
            description =
                    "UTF-8 with its mark. An empty field is a figure that is withheld, or that there is none of. Text"
                            + " that a spreadsheet would take for a formula begins with an apostrophe.")
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or the day is to come")
    @APIResponse(responseCode = "404", description = "The region lies outside the scope of the token")
    @APIResponse(responseCode = "503", description = "Too many long reads wait for their turn; see Retry-After")
    public Uni<Response> export(@BeanParam BriefFilter filter) {
        AskedBrief it = asked.of(filter);
        String name = "brief-%s-%s-%s.csv".formatted(it.kind().label(), it.day(), it.region());
        return reads.inTurn(() -> note.of(it, "csv").chain(() -> write.of(it)))
                .map(brief -> Response.ok(BriefCsv.of(brief), CSV)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                        .build());
    }
}
