package org.chuishao.grid.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.clock.Counting;
import org.chuishao.mesh.clock.PublishedRule;
import org.chuishao.mesh.clock.PublishedYear;

/** What the tables of years and rules say, as it is published to the other services. */
@ApplicationScoped
class RuleTables {

    private static final String YEARS = "select data from published_year";
    private static final String RULES = "select data from published_rule";

    private final Pool pool;
    private final ObjectMapper mapper;

    RuleTables(Pool pool, ObjectMapper mapper) {
        this.pool = pool;
        this.mapper = mapper;
    }

    Uni<Counting> counting() {
        return read(YEARS, PublishedYear.class)
                .chain(years -> read(RULES, PublishedRule.class).map(rules -> Counting.of(years, rules)));
    }

    private <T> Uni<List<T>> read(String query, Class<T> type) {
        return pool.query(query).execute().map(rows -> {
            List<T> all = new ArrayList<>();
            rows.forEach(row -> all.add(parsed(row.getString(0), type)));
            return all;
        });
    }

    private <T> T parsed(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of the rules cannot be read", e);
        }
    }
}
