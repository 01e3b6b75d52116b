package org.chuishao.routing.catalogue;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Hazard;
import org.chuishao.routing.category.Line;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rules that come with the product into the tables: all at the first start, later those that a newer product
 * brings. What is there already stays as it is.
 */
final class ShipRules {

    private final Connection sql;

    ShipRules(Connection sql) {
        this.sql = sql;
    }

    /**
     * Two replicas may start at once: the second waits, and finds the tables filled.
     *
     * @return how many rows were new
     */
    int ship(RuleBook shipped) throws SQLException {
        try (Statement statement = sql.createStatement()) {
            statement.execute("lock table industry_line, category, hazard, catalogue_entry in exclusive mode");
        }
        Set<String> present = texts("select code from category");
        boolean first = present.isEmpty();
        Set<String> taken = texts("select unnest(words) from category");
        int rows = 0;
        for (Line line : shipped.lines()) {
            rows += insert(line);
        }
        for (Category it : shipped.categories()) {
            rows += present.contains(it.code()) ? place(it) : insert(it, taken);
        }
        for (Hazard it : first ? shipped.hazards() : List.<Hazard>of()) {
            rows += insert(it);
        }
        for (Entry it : shipped.entries()) {
            rows += first || !present.contains(it.category()) ? insert(it) : 0;
        }
        return rows;
    }

    private int insert(Line it) throws SQLException {
        return run("""
                insert into industry_line as l (code, zh, en, zh_description, en_description) values (?, ?, ?, ?, ?)
                on conflict (code) do update set zh_description = excluded.zh_description,
                    en_description = excluded.en_description
                where l.zh_description = ''
                """, it.code(), it.zh(), it.en(), it.zhDescription(), it.enDescription());
    }

    /** A word that speaks for another category already goes on doing so. */
    private int insert(Category it, Set<String> taken) throws SQLException {
        List<String> words =
                it.words().stream().filter(word -> !taken.contains(word)).toList();
        return run(
                """
                insert into category (code, line, zh, en, severity, words, parent, kind, key_areas, grid_event)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                it.code(),
                it.line(),
                it.zh(),
                it.en(),
                name(it.severity()),
                array(words),
                it.parent(),
                name(it.kind()),
                array(it.keyAreas()),
                it.gridEvent());
    }

    /** One of the time before there was a tree finds its place in it. */
    private int place(Category it) throws SQLException {
        return run("""
                update category set parent = ?, kind = ?, key_areas = ?, grid_event = ?
                where code = ? and parent is null and grid_event is null
                """, it.parent(), name(it.kind()), array(it.keyAreas()), it.gridEvent(), it.code());
    }

    private int insert(Hazard it) throws SQLException {
        return run(
                "insert into hazard (word, severity, safety, category) values (?, ?, ?, ?)",
                it.word(),
                it.severity().name(),
                it.safety(),
                it.category());
    }

    private int insert(Entry it) throws SQLException {
        return run(
                """
                insert into catalogue_entry (category, region, lead, level, assisting, copies, by_itself, valid_from, valid_to,
                    basis)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                it.category(),
                it.region(),
                it.lead(),
                it.level(),
                array(it.assisting()),
                array(it.copies()),
                it.byItself(),
                Date.valueOf(it.validFrom()),
                it.validTo() == null ? null : Date.valueOf(it.validTo()),
                it.basis());
    }

    private Set<String> texts(String query) throws SQLException {
        Set<String> texts = new TreeSet<>();
        try (Statement statement = sql.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private Array array(List<String> texts) throws SQLException {
        return sql.createArrayOf("text", texts.toArray());
    }

    private int run(String insert, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = sql.prepareStatement(insert)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
