package org.chuishao.grid.imports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuishao.grid.outline.Outline;
import org.chuishao.grid.outline.OutlineText;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/** Writes what is in force of a subtree, page by page, as an import takes it. */
@ApplicationScoped
class ExportRegions {

    private static final int A_PAGE = 200;
    private static final String PAGE = """
            SELECT code, name, kind, parent, households, valid_from, outline FROM region
            WHERE code >= $1 AND code < $1 || ':' AND code > $2
              AND valid_from <= app_now() AND (valid_to IS NULL OR valid_to > app_now())
            ORDER BY code LIMIT $3
            """;
    private static final String BEFORE_ALL = "";

    private final Pool pool;
    private final ObjectMapper mapper;

    ExportRegions(Pool pool, ObjectMapper mapper) {
        this.pool = pool;
        this.mapper = mapper;
    }

    Multi<String> csv(String code) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(String.join(",", CsvFile.COLUMNS) + "\n"),
                        pages(code).map(rows -> rows.stream()
                                .map(ExportRegions::line)
                                .collect(Collectors.joining("\n", "", "\n"))));
    }

    Multi<String> geoJson(String code) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item("{\"type\":\"FeatureCollection\",\"features\":[\n"),
                        // the region itself is the first; a page without a row ends in nothing
                        pages(code).map(rows -> rows.stream()
                                .map(row -> (row.getString("code").equals(code) ? "" : ",\n") + feature(row))
                                .collect(Collectors.joining())),
                        Multi.createFrom().item("\n]}\n"));
    }

    /** The last code that was written. One page follows the other, so it is never written by two at once. */
    private static final class Reached {

        private volatile String code;

        Reached(String code) {
            this.code = code;
        }
    }

    private Multi<List<Row>> pages(String code) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Reached(BEFORE_ALL), last -> page(code, last.code)
                        .invoke(rows -> {
                            if (!rows.isEmpty()) {
                                last.code = rows.get(rows.size() - 1).getString("code");
                            }
                        }))
                .whilst(rows -> rows.size() == A_PAGE)
                .filter(rows -> !rows.isEmpty());
    }

    private Uni<List<Row>> page(String code, String after) {
        return pool.preparedQuery(PAGE).execute(Tuple.of(code, after, A_PAGE)).map(Rows::list);
    }

    private static String line(Row row) {
        Outline outline = outline(row);
        return Stream.of(
                        row.getString("code"),
                        quoted(row.getString("name")),
                        text(row.getString("kind")),
                        text(row.getString("parent")),
                        text(row.getInteger("households")),
                        row.getOffsetDateTime("valid_from").toString(),
                        outline == null ? "" : quoted(outline.wkt()))
                .collect(Collectors.joining(","));
    }

    private String feature(Row row) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = mapper.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            json.writeObjectFieldStart("properties");
            json.writeStringField("code", row.getString("code"));
            json.writeStringField("name", row.getString("name"));
            json.writeStringField("kind", row.getString("kind"));
            json.writeStringField("parent", row.getString("parent"));
            json.writeObjectField("households", row.getInteger("households"));
            json.writeStringField(
                    "validFrom", row.getOffsetDateTime("valid_from").toString());
            json.writeEndObject();
            json.writeFieldName("geometry");
            Outline outline = outline(row);
            if (outline == null) {
                json.writeNull();
            } else {
                OutlineText.writeGeoJson(outline, json);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static @Nullable Outline outline(Row row) {
        Buffer wkb = row.getBuffer("outline");
        return wkb == null ? null : Outline.ofWkb(wkb.getBytes());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
