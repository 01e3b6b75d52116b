package org.chuishao.routing.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Line;
import org.chuishao.routing.category.Term;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The rules in force, to be read by whoever has a token. */
@Path("/api/v1")
@RolesAllowed("**")
@Tag(name = "rules")
class CatalogueResource {

    private final CurrentRules rules;

    CatalogueResource(CurrentRules rules) {
        this.rules = rules;
    }

    /** A list that has one page. */
    record All<T>(
            Collection<T> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {

        static <T> All<T> of(Collection<T> items) {
            return new All<>(items, null);
        }
    }

    @GET
    @Path("/lines")
    @Operation(summary = "The industry lines (行业直通车), as they are today or were on a day")
    public All<Line> lines(@QueryParam("on") @Nullable String on) {
        return All.of(rules(on).taxonomy().lines());
    }

    @GET
    @Path("/categories")
    @Operation(
            summary = "What a ticket may be about, with the words that speak for it, today or on a day: a list in"
                    + " which each names its parent")
    public All<Category> categories(@QueryParam("on") @Nullable String on) {
        return All.of(rules(on).taxonomy().categories());
    }

    @GET
    @Path("/categories/tree")
    @Operation(summary = "The same as a tree of three levels")
    public All<CategoryTree> tree(@QueryParam("on") @Nullable String on) {
        return All.of(CategoryTree.of(rules(on).taxonomy()));
    }

    @GET
    @Path("/terms")
    @Operation(summary = "Key areas and grid events that categories are marked with")
    public All<Term> terms() {
        return All.of(rules.get().taxonomy().terms());
    }

    @GET
    @Path("/conflicts")
    @Operation(summary = "Who does not get a complaint about himself, and who has it instead (利益回避)")
    public All<Conflict> conflicts(@QueryParam("on") @Nullable String on) {
        return All.of(rules(on).conflicts());
    }

    /** @throws Problem 400 where it is no day */
    private Rules rules(@Nullable String on) {
        LocalDate day = day(on);
        return day == null ? rules.get() : rules.book().on(day);
    }

    private static @Nullable LocalDate day(@Nullable String on) {
        try {
            return on == null ? null : LocalDate.parse(on);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("on", "must be a day such as 2026-11-30");
        }
    }

    /** Entries whose region holds the given one or lies in it. */
    @GET
    @Path("/catalogue")
    @Operation(
            summary = "The dispatch catalogue (派单目录): of a category, of a region and what holds it or lies in it; all"
                    + " versions, or those in force on a day")
    public All<Entry> catalogue(
            @QueryParam("category") @Nullable String category,
            @QueryParam("region") @Nullable String region,
            @QueryParam("on") @Nullable String on) {
        LocalDate day = day(on);
        Catalogue all = rules.get().catalogue();
        List<Entry> entries = (day == null ? all.entries() : all.inForce(day))
                .stream()
                        .filter(entry -> category == null || entry.category().equals(category))
                        .filter(entry -> region == null
                                || region.startsWith(entry.region())
                                || entry.region().startsWith(region))
                        .toList();
        return All.of(entries);
    }
}
