package org.chuishao.routing.catalogue;

import io.vertx.core.json.JsonObject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Taxonomy;

/**
 * Tells the other services how the categories in force are called, on the compacted topic {@code categories}: all at the first
 * start, later those whose name or place differs. One that is out of force keeps its last name, since old tickets are of it.
 */
final class PublishCategories {

    private static final String TELL = """
            with said as (
                insert into published_category as p (code, data)
                select * from unnest(?::text[], ?::text[]) as n (code, data)
                on conflict (code) do update set data = excluded.data where p.data <> excluded.data
                returning code, data)
            insert into outbox (event_id, topic, key, attributes, data)
            select gen_random_uuid(), 'categories', code, '{}', data from said order by code
            """;

    private final Connection sql;

    PublishCategories(Connection sql) {
        this.sql = sql;
    }

    /**
     * Two replicas may see a change at once: the second waits, and finds it told.
     *
     * @return how many were told
     */
    int publish(Taxonomy inForce) throws SQLException {
        try (Statement statement = sql.createStatement()) {
            statement.execute("lock table published_category in exclusive mode");
        }
        List<String> codes = new ArrayList<>();
        List<String> data = new ArrayList<>();
        inForce.categories().forEach(it -> {
            codes.add(it.code());
            data.add(json(it));
        });
        try (PreparedStatement statement = sql.prepareStatement(TELL)) {
            statement.setArray(1, array(codes));
            statement.setArray(2, array(data));
            return statement.executeUpdate();
        }
    }

    private static String json(Category it) {
        return new JsonObject()
                .put("code", it.code())
                .put("name", it.zh())
                .put("parent", it.parent())
                .encode();
    }

    private Array array(List<String> texts) throws SQLException {
        return sql.createArrayOf("text", texts.toArray());
    }
}
