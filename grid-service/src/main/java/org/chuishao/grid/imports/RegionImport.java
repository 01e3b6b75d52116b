package org.chuishao.grid.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.chuishao.grid.outline.Outline;
import org.chuishao.grid.outline.OutlineConfig;
import org.chuishao.grid.outline.OverlapRule;
import org.chuishao.grid.outline.OverlapRule.BaseGrid;
import org.chuishao.mesh.problem.FieldError;

/** Holds the rows of a file against the register, and writes them. */
@ApplicationScoped
class RegionImport {

    private final OverlapRule rule;

    RegionImport(OutlineConfig config) {
        rule = new OverlapRule(config.overlap());
    }

    /** What the register says against the file. */
    Uni<List<FieldError>> refused(SqlConnection sql, List<RegionRow> rows) {
        return run(sql, ImportStatements.REFUSED, Tuple.of(json(rows))).map(found -> {
            List<FieldError> errors = new ArrayList<>();
            for (Row row : found) {
                Where where = rows.get(row.getInteger("ord")).where();
                if (row.getBoolean("nowhere")) {
                    errors.add(where.wrong(
                            "code",
                            row.getInteger("level") == 1
                                    ? "is not the province of this register"
                                    : "must begin with the code of a region in force, one level up"));
                } else if (Boolean.TRUE.equals(row.getBoolean("ended"))) {
                    errors.add(where.wrong("code", "has ended; an ended code is not used again"));
                }
            }
            return errors;
        });
    }

    /** Base grids that would lie across another one of their community. */
    Uni<List<FieldError>> overlapping(SqlConnection sql, List<RegionRow> rows) {
        Map<String, RegionRow> drawn = new HashMap<>();
        rows.stream().filter(RegionRow::isOutlinedBaseGrid).forEach(row -> drawn.put(row.code(), row));
        if (drawn.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String[] communities =
                drawn.values().stream().map(RegionRow::parent).distinct().toArray(String[]::new);
        return run(sql, ImportStatements.STAYING, Tuple.of(communities, texts(drawn.keySet().stream())))
                // geometry takes its time, and the thread that serves requests has none
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(staying -> clashes(drawn, staying));
    }

    private List<FieldError> clashes(Map<String, RegionRow> drawn, RowSet<Row> staying) {
        List<BaseGrid> wanted = drawn.values().stream()
                .map(row -> new BaseGrid(row.code(), Objects.requireNonNull(row.outline())))
                .toList();
        List<BaseGrid> others = new ArrayList<>();
        staying.forEach(row -> others.add(new BaseGrid(
                row.getString("code"), Outline.ofWkb(row.getBuffer("outline").getBytes()))));
        return rule.clashes(wanted, others).stream()
                .map(clash -> Objects.requireNonNull(drawn.get(clash.code()))
                        .where()
                        .wrongOutline("lies across the base grid " + clash.with() + " of the same community"))
                .toList();
    }

    Uni<ImportReport> apply(SqlConnection sql, List<RegionRow> rows, boolean dryRun) {
        Tuple file = Tuple.of(json(rows));
        return run(sql, ImportStatements.COUNTS, file).chain(counts -> run(sql, ImportStatements.END_SYNTHETIC, file)
                .call(ended -> run(sql, ImportStatements.WRITE, file).chain(written -> run(
                                sql, ImportStatements.TAKE_OVER, file)
                        .chain(() -> run(sql, ImportStatements.END_MEMBERSHIPS, Tuple.of((Object) codes(ended))))
                        .chain(() -> run(sql, ImportStatements.PUBLISH, Tuple.of((Object) codes(ended, written))))))
                .map(ended -> report(rows, counts.iterator().next(), ended.size(), dryRun)));
    }

    private static ImportReport report(List<RegionRow> rows, Row counts, int ended, boolean dryRun) {
        int added = counts.getInteger("added");
        int replaced = counts.getInteger("replaced");
        int unchanged = counts.getInteger("unchanged");
        int changed = rows.size() - added - replaced - unchanged;
        int outlines = (int) rows.stream().filter(row -> row.outline() != null).count();
        return new ImportReport(dryRun, rows.size(), added, replaced, changed, unchanged, ended, outlines);
    }

    private static String json(List<RegionRow> rows) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            RegionRow row = rows.get(i);
            Outline outline = row.outline();
            ObjectNode one = all.addObject();
            one.put("ord", i)
                    .put("code", row.code())
                    .put("level", row.level())
                    .put("name", row.name())
                    .put("parent", row.parent())
                    .put("kind", row.kind() == null ? null : row.kind().name())
                    .put("households", row.households())
                    .put(
                            "valid_from",
                            row.validFrom() == null ? null : row.validFrom().toString())
                    .put("outline", outline == null ? null : HexFormat.of().formatHex(outline.wkb()));
        }
        return all.toString();
    }

    private static Uni<RowSet<Row>> run(SqlConnection sql, String statement, Tuple values) {
        return sql.preparedQuery(statement).execute(values);
    }

    @SafeVarargs
    private static String[] codes(RowSet<Row>... answers) {
        List<String> codes = new ArrayList<>();
        for (RowSet<Row> answer : answers) {
            answer.forEach(row -> codes.add(row.getString("code")));
        }
        return codes.toArray(String[]::new);
    }

    private static String[] texts(Stream<String> codes) {
        return codes.toArray(String[]::new);
    }
}
