package org.chuishao.grid.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chuishao.grid.imports.CsvTable.Line;
import org.chuishao.grid.member.MemberRole;
import org.chuishao.mesh.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file of people: a person, and a role of his in a grid where it names one.
 *
 * @param validFrom of the role, or of a line without one of the person himself; null where the file does not say
 * @param validTo null where it goes on
 */
record WorkerRow(
        Where where,
        String id,
        String name,
        String unit,
        String region,
        @Nullable String grid,
        @Nullable MemberRole role,
        @Nullable String line,
        boolean backup,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo) {

    static final List<String> COLUMNS =
            List.of("id", "name", "unit", "region", "grid", "role", "line", "backup", "validFrom", "validTo");
    static final List<String> NEEDED = List.of("id", "name", "unit", "region");

    private static final int GRID_DIGITS = 15;

    private record Person(String name, String unit, String region) {}

    private record Post(
            String id, @Nullable String grid, @Nullable MemberRole role) {}

    /** @throws org.chuishao.mesh.problem.Problem 400 with the line and column of each error, the first hundred */
    static List<WorkerRow> all(List<Line> lines, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        List<WorkerRow> rows = new ArrayList<>();
        Map<String, Person> people = new HashMap<>();
        Set<Post> posts = new HashSet<>();
        for (Line line : lines) {
            LineCheck check = new LineCheck(line, errors, now);
            WorkerRow row = of(line, check);
            Person person = new Person(row.name(), row.unit(), row.region());
            Person known = people.putIfAbsent(row.id(), person);
            check.check(
                    known == null || known.equals(person),
                    "id",
                    "stands in the file with another name, unit or region");
            check.check(posts.add(new Post(row.id(), row.grid(), row.role())), "id", "stands in the file twice");
            if (check.right()) {
                rows.add(row);
            }
        }
        RegionRows.refuse(errors);
        return rows;
    }

    private static WorkerRow of(Line line, LineCheck check) {
        boolean member = !line.get("grid").isEmpty() || !line.get("role").isEmpty();
        String grid = member ? check.region("grid") : null;
        check.check(grid == null || grid.length() == GRID_DIGITS, "grid", "must be the code of a grid");
        MemberRole role = member ? check.one("role", MemberRole.values()) : null;
        OffsetDateTime from = check.time("validFrom");
        OffsetDateTime to = check.time("validTo");
        check.check(from == null || to == null || to.isAfter(from), "validTo", "must be after validFrom");
        return new WorkerRow(
                line.where(),
                check.id("id"),
                check.name(),
                check.id("unit"),
                check.region("region"),
                grid,
                role,
                check.industry(),
                check.flag("backup"),
                from,
                to);
    }

    static String json(List<WorkerRow> rows) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            WorkerRow row = rows.get(i);
            all.addObject()
                    .put("ord", i)
                    .put("id", row.id())
                    .put("name", row.name())
                    .put("unit", row.unit())
                    .put("region", row.region())
                    .put("grid", row.grid())
                    .put("role", row.role() == null ? null : row.role().name())
                    .put("line", row.line())
                    .put("backup", row.backup())
                    .put("valid_from", UnitRow.text(row.validFrom()))
                    .put("valid_to", UnitRow.text(row.validTo()));
        }
        return all.toString();
    }
}
