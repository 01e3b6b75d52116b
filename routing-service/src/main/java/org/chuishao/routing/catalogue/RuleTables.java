package org.chuishao.routing.catalogue;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.chuishao.mesh.event.Severity;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Hazard;
import org.chuishao.routing.category.Line;
import org.chuishao.routing.category.Taxonomy;
import org.jspecify.annotations.Nullable;

/** The rules in this service's tables. */
final class RuleTables {

    private final Connection sql;

    RuleTables(Connection sql) {
        this.sql = sql;
    }

    /** Two replicas may start at once: the second waits, and finds the tables filled. */
    boolean lockAndFindEmpty() throws SQLException {
        try (Statement statement = sql.createStatement()) {
            statement.execute("lock table industry_line, category, hazard, catalogue_entry in exclusive mode");
            try (ResultSet found = statement.executeQuery("select not exists (select from category)")) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    void insert(Rules rules) throws SQLException {
        for (Line line : rules.taxonomy().lines()) {
            run("insert into industry_line (code, zh, en) values (?, ?, ?)", line.code(), line.zh(), line.en());
        }
        for (Category it : rules.taxonomy().categories()) {
            run(
                    "insert into category (code, line, zh, en, severity, words) values (?, ?, ?, ?, ?, ?)",
                    it.code(),
                    it.line(),
                    it.zh(),
                    it.en(),
                    it.severity() == null ? null : it.severity().name(),
                    texts(it.words()));
        }
        for (Hazard it : rules.taxonomy().hazards()) {
            run(
                    "insert into hazard (word, severity, safety, category) values (?, ?, ?, ?)",
                    it.word(),
                    it.severity().name(),
                    it.safety(),
                    it.category());
        }
        for (Entry it : rules.catalogue().entries()) {
            run(
                    "insert into catalogue_entry (category, region, lead, assisting, copies, by_itself, valid_from,"
                            + " valid_to, basis) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    it.category(),
                    it.region(),
                    it.lead(),
                    texts(it.assisting()),
                    texts(it.copies()),
                    it.byItself(),
                    Date.valueOf(it.validFrom()),
                    it.validTo() == null ? null : Date.valueOf(it.validTo()),
                    it.basis());
        }
    }

    private Array texts(List<String> texts) throws SQLException {
        return sql.createArrayOf("text", texts.toArray());
    }

    private void run(String insert, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = sql.prepareStatement(insert)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Reads all rules; the same conditions hold for them as for those shipped. */
    Rules read() throws SQLException {
        Taxonomy taxonomy = new Taxonomy();
        each(
                "select * from industry_line order by ord",
                row -> taxonomy.add(new Line(row.getString("code"), row.getString("zh"), row.getString("en"))));
        each("select * from category order by ord", row -> taxonomy.add(category(row)));
        each("select * from hazard order by ord", row -> taxonomy.add(hazard(row)));
        Catalogue catalogue = new Catalogue(taxonomy);
        // of two for the same place and day the first that is read holds: the last that was accepted
        each("select * from catalogue_addition order by id desc", row -> catalogue.add(entry(row)));
        each("select * from catalogue_entry order by id", row -> catalogue.add(entry(row)));
        return new Rules(taxonomy, catalogue);
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, RowReader reader) throws SQLException {
        try (Statement statement = sql.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private static Category category(ResultSet row) throws SQLException {
        String severity = row.getString("severity");
        return new Category(
                row.getString("code"),
                row.getString("line"),
                row.getString("zh"),
                row.getString("en"),
                severity == null ? null : Severity.valueOf(severity),
                list(row, "words"));
    }

    private static Hazard hazard(ResultSet row) throws SQLException {
        return new Hazard(
                row.getString("word"),
                Severity.valueOf(row.getString("severity")),
                row.getBoolean("safety"),
                row.getString("category"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("category"),
                row.getString("region"),
                row.getString("lead"),
                list(row, "assisting"),
                list(row, "copies"),
                row.getBoolean("by_itself"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("basis"));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
