package org.chuishao.routing.catalogue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.chuishao.routing.catalogue.RuleVersion.Sort;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Hazard;
import org.chuishao.routing.category.Line;
import org.jspecify.annotations.Nullable;

/** The rules in this service's tables. */
final class RuleTables {

    private final Connection sql;

    RuleTables(Connection sql) {
        this.sql = sql;
    }

    /** Reads all rules, those that are new with the product as they are shipped. */
    RuleBook read() throws SQLException {
        RuleBook shipped = RuleBook.shipped();
        List<Line> lines = new ArrayList<>();
        each("select * from industry_line order by ord", row -> lines.add(line(row)));
        List<Category> categories = new ArrayList<>();
        each("select * from category order by ord", row -> categories.add(category(row)));
        List<Hazard> hazards = new ArrayList<>();
        each("select * from hazard order by ord", row -> hazards.add(hazard(row)));
        List<Entry> entries = new ArrayList<>();
        // of two for the same place and day the first that is read holds: the last that was accepted
        each("select * from catalogue_addition order by id desc", row -> entries.add(entry(row)));
        each("select * from catalogue_entry order by id", row -> entries.add(entry(row)));
        List<RuleVersion> versions = new ArrayList<>();
        each("select * from rule_version order by id", row -> versions.add(version(row)));
        return new RuleBook(shipped.terms(), lines, categories, hazards, entries, shipped.conflicts(), versions);
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

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("code"),
                row.getString("zh"),
                row.getString("en"),
                row.getString("zh_description"),
                row.getString("en_description"));
    }

    private static Category category(ResultSet row) throws SQLException {
        String severity = row.getString("severity");
        String kind = row.getString("kind");
        return new Category(
                row.getString("code"),
                row.getString("parent"),
                row.getString("line"),
                row.getString("zh"),
                row.getString("en"),
                severity == null ? null : Severity.valueOf(severity),
                kind == null ? null : Kind.valueOf(kind),
                list(row, "key_areas"),
                row.getString("grid_event"),
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
                row.getObject("level", Integer.class),
                list(row, "assisting"),
                list(row, "copies"),
                row.getBoolean("by_itself"),
                row.getObject("valid_from", LocalDate.class),
                day(row, "valid_to"),
                row.getString("basis"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static RuleVersion version(ResultSet row) throws SQLException {
        return new RuleVersion(
                Sort.valueOf(row.getString("sort")),
                row.getString("code"),
                row.getString("region"),
                row.getObject("valid_from", LocalDate.class),
                list(row, "fields"));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
