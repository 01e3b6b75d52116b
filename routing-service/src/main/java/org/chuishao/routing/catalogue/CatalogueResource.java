package org.chuishao.routing.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import java.util.List;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Line;
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
    @Operation(summary = "The industry lines (行业直通车)")
    public All<Line> lines() {
        return All.of(rules.get().taxonomy().lines());
    }

    @GET
    @Path("/categories")
    @Operation(summary = "What a ticket may be about, with the words that speak for it")
    public All<Category> categories() {
        return All.of(rules.get().taxonomy().categories());
    }

    /** Entries whose region holds the given one or lies in it. */
    @GET
    @Path("/catalogue")
    @Operation(summary = "The dispatch catalogue (派单目录): of a category, of a region and what holds it or lies in it")
    public All<Entry> catalogue(
            @QueryParam("category") @Nullable String category, @QueryParam("region") @Nullable String region) {
        List<Entry> entries = rules.get().catalogue().entries().stream()
                .filter(entry -> category == null || entry.category().equals(category))
                .filter(entry -> region == null
                        || region.startsWith(entry.region())
                        || entry.region().startsWith(region))
                .toList();
        return All.of(entries);
    }
}
