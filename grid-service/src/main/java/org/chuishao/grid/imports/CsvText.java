package org.chuishao.grid.imports;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes CSV page by page, as the imports take it: however much there is, one page is in memory. */
final class CsvText {

    static final int A_PAGE = 500;

    private CsvText() {}

    /**
     * @param page the rows behind a key, {@link #A_PAGE} at most
     * @param key of a row
     */
    static Multi<String> of(
            List<String> columns,
            Function<String, Uni<List<Row>>> page,
            Function<Row, String> key,
            Function<Row, String> line) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(String.join(",", columns) + "\n"),
                        pages(page, key)
                                .map(rows -> rows.stream().map(line).collect(Collectors.joining("\n", "", "\n"))));
    }

    /** One page follows the other, so the place is never written by two at once. */
    private static Multi<List<Row>> pages(Function<String, Uni<List<Row>>> page, Function<Row, String> key) {
        String[] reached = {""};
        return Multi.createBy()
                .repeating()
                .uni(() -> reached, last -> page.apply(last[0]).invoke(rows -> {
                    if (!rows.isEmpty()) {
                        last[0] = key.apply(rows.get(rows.size() - 1));
                    }
                }))
                .whilst(rows -> rows.size() == A_PAGE)
                .filter(rows -> !rows.isEmpty());
    }

    /** Every field in quotes where it needs them; null is empty. */
    static String line(@Nullable Object... fields) {
        return Stream.of(fields).map(CsvText::field).collect(Collectors.joining(","));
    }

    private static String field(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
