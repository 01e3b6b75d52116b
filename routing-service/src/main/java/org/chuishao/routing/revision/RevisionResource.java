package org.chuishao.routing.revision;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.catalogue.RuleVersion.Sort;
import org.chuishao.routing.revision.ReviseRules.Report;
import org.chuishao.routing.revision.RuleFile.Form;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Lines, categories, terms, conflicts and the dispatch catalogue as files, in and out. */
@Path("/api/v1")
@RolesAllowed(Roles.OPS)
@Tag(name = "rules")
class RevisionResource {

    static final String CSV = "text/csv";
    static final String TSV = "text/tab-separated-values";
    private static final String HOW =
            "UTF-8, at most 1 MB, with a header as in the export; an empty field or - is nothing."
                    + " All or nothing; errors name the line. With dryRun=true nothing is kept. Each row is a version from"
                    + " validFrom on (today where nothing is said; in the catalogue a column of its own), never before today; the"
                    + " earlier one is found again at its date. Rows that hold already change nothing. In the catalogue a lead of -"
                    + " ends what held there.";

    private final ReviseRules revise;
    private final CurrentRules rules;

    RevisionResource(ReviseRules revise, CurrentRules rules) {
        this.revise = revise;
        this.rules = rules;
    }

    @POST
    @Path("/{table: lines|categories|terms|conflicts|catalogue}/imports")
    @Consumes({CSV, TSV})
    @Operation(summary = "Import a table of rules from CSV or TSV as new versions", description = HOW)
    public Uni<Report> take(
            String table,
            byte[] file,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @QueryParam("validFrom") @Nullable String validFrom,
            @RestQuery boolean dryRun) {
        return revise.run(sort(table), file, Form.of(type), day(validFrom), dryRun);
    }

    @GET
    @Path("/{table: lines|categories|terms|conflicts|catalogue}/export")
    @Produces({CSV, TSV})
    @RolesAllowed("**")
    @Operation(
            summary = "The table as it is today or on a day, as CSV or TSV (by Accept); of the catalogue all versions",
            description = "What comes out goes in again without changing anything.")
    public String give(
            String table,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @QueryParam("on") @Nullable String on) {
        LocalDate day = day(on);
        Sort sort = sort(table);
        return RuleFile.write(
                Form.of(accept),
                sort.columns(),
                sort.rows(day == null ? rules.get() : rules.book().on(day)));
    }

    private static Sort sort(String table) {
        return switch (table) {
            case "lines" -> Sort.LINE;
            case "categories" -> Sort.CATEGORY;
            case "terms" -> Sort.TERM;
            case "conflicts" -> Sort.CONFLICT;
            default -> Sort.CATALOGUE;
        };
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("validFrom", "must be a day such as 2026-11-30");
        }
    }
}
