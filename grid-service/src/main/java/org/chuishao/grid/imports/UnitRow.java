package org.chuishao.grid.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chuishao.grid.imports.CsvTable.Line;
import org.chuishao.grid.unit.Territory;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.reference.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * A unit in a file.
 *
 * @param superior null where the file does not say: none
 * @param validFrom null where the file does not say: from the import on, or as it was
 * @param validTo null where it goes on
 */
record UnitRow(
        Where where,
        String id,
        String name,
        UnitKind kind,
        @Nullable String line,
        int level,
        String region,
        @Nullable String superior,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo) {

    static final List<String> COLUMNS =
            List.of("id", "name", "kind", "line", "region", "superior", "validFrom", "validTo");
    static final List<String> NEEDED = List.of("id", "name", "kind", "region");

    private static final int LOWEST_LEVEL = 5;

    /** @throws org.chuishao.mesh.problem.Problem 400 with the line and column of each error, the first hundred */
    static List<UnitRow> all(List<Line> lines, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        List<UnitRow> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Line line : lines) {
            LineCheck check = new LineCheck(line, errors, now);
            String id = check.id("id");
            check.check(seen.add(id), "id", "stands in the file twice");
            String name = check.name();
            UnitKind kind = check.one("kind", UnitKind.values());
            String industry = check.industry();
            String region = check.region("region");
            int level = RegionCode.level(region).orElse(0);
            check.check(
                    level >= 1 && level <= LOWEST_LEVEL,
                    "region",
                    "must be a province, city, county, town or community");
            String superior = check.idOrNull("superior");
            check.check(superior == null || !superior.equals(id), "superior", "must be another unit");
            OffsetDateTime from = check.time("validFrom");
            OffsetDateTime to = check.time("validTo");
            check.check(from == null || to == null || to.isAfter(from), "validTo", "must be after validFrom");
            if (kind != null) {
                territory(check, kind, id, region, level, industry);
            }
            if (check.right() && kind != null) {
                rows.add(new UnitRow(line.where(), id, name, kind, industry, level, region, superior, from, to));
            }
        }
        RegionRows.refuse(errors);
        return rows;
    }

    /** Dispatch finds the offices of the territory by their ids, so these are not free. */
    private static void territory(
            LineCheck check, UnitKind kind, String id, String region, int level, @Nullable String industry) {
        int own =
                switch (kind) {
                    case COUNTY_DESK -> 3;
                    case TOWN -> 4;
                    case COMMUNITY -> 5;
                    case DEPARTMENT, COMPANY -> 0;
                };
        boolean office = id.startsWith(Territory.office(""));
        if (own == 0) {
            check.check(!office, "id", "belongs to an office of the territory");
        } else {
            check.check(level == own, "region", "must be of the kind's level " + own);
            check.check(
                    id.equals(Territory.office(region)), "id", "must be " + Territory.office("") + " and the region");
            check.check(industry == null, "line", "belongs to a department or a company");
        }
    }

    static String json(List<UnitRow> rows) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            UnitRow row = rows.get(i);
            all.addObject()
                    .put("ord", i)
                    .put("id", row.id())
                    .put("name", row.name())
                    .put("kind", row.kind().name())
                    .put("line", row.line())
                    .put("level", row.level())
                    .put("region", row.region())
                    .put("superior", row.superior())
                    .put("valid_from", text(row.validFrom()))
                    .put("valid_to", text(row.validTo()));
        }
        return all.toString();
    }

    static @Nullable String text(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toString();
    }
}
