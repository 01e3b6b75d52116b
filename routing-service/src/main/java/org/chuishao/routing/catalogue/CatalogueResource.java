package org.chuishao.routing.catalogue;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import java.util.List;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Line;
import org.jspecify.annotations.Nullable;

/** The rules in force, to be read by whoever has a token. */
@Path("/api/v1")
@Authenticated
class CatalogueResource {

    private final CurrentRules rules;

    CatalogueResource(CurrentRules rules) {
        this.rules = rules;
    }

    /** A list that has one page. */
    record All<T>(Collection<T> items, @Nullable String next) {

        static <T> All<T> of(Collection<T> items) {
            return new All<>(items, null);
        }
    }

    @GET
    @Path("/lines")
    public All<Line> lines() {
        return All.of(rules.get().taxonomy().lines());
    }

    @GET
    @Path("/categories")
    public All<Category> categories() {
        return All.of(rules.get().taxonomy().categories());
    }

    /** Entries whose region holds the given one or lies in it. */
    @GET
    @Path("/catalogue")
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
