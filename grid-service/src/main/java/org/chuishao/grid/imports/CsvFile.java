package org.chuishao.grid.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chuishao.grid.imports.RegionRows.Fields;
import org.chuishao.grid.outline.OutlineText;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;

/**
 * Regions in UTF-8 CSV. The header names the columns that there are, of {@code code,name,kind,parent,households,validFrom,
 * outline}; the outline is well-known text.
 */
final class CsvFile {

    static final List<String> COLUMNS = List.of("code", "name", "kind", "parent", "households", "validFrom", "outline");

    private final List<String> header;
    private final Crs crs;

    private CsvFile(List<String> header, Crs crs) {
        this.header = header;
        this.crs = crs;
    }

    /** @throws Problem 400 with the line and column of each error, the first hundred */
    static List<RegionRow> read(byte[] csv, Crs crs, boolean gridsOnly) {
        List<String> lines = text(csv).lines().toList();
        CsvFile file = new CsvFile(header(lines), crs);
        RegionRows rows = new RegionRows(gridsOnly);
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                file.line(Where.line(i + 1), CsvLine.fields(lines.get(i)), rows);
            }
        }
        return rows.all("lines");
    }

    private static List<String> header(List<String> lines) {
        List<String> header = lines.isEmpty() ? List.of() : CsvLine.fields(lines.get(0));
        if (!header.containsAll(List.of("code", "name"))
                || !COLUMNS.containsAll(header)
                || header.stream().distinct().count() < header.size()) {
            throw Problem.invalid(
                    "lines[1]", "must be a header with code, name and others of " + String.join(",", COLUMNS));
        }
        return header;
    }

    private void line(Where where, List<String> values, RegionRows rows) {
        if (values.size() != header.size()) {
            rows.wrong(new FieldError(where.whole(), "must have " + header.size() + " fields"));
            return;
        }
        Fields fields = new Fields(
                value(values, "code"),
                value(values, "name"),
                value(values, "kind"),
                value(values, "parent"),
                value(values, "households"),
                value(values, "validFrom"));
        String outline = value(values, "outline");
        rows.add(where, fields, () -> outline.isEmpty() ? null : OutlineText.ofWkt(outline, crs, fields.code()));
    }

    private String value(List<String> values, String column) {
        int place = header.indexOf(column);
        return place < 0 ? "" : values.get(place);
    }

    static String text(byte[] csv) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.invalid("lines", "must be UTF-8");
        }
    }
}
