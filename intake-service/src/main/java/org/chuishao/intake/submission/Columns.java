package org.chuishao.intake.submission;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns, as {@code unnest} takes them. */
record Columns<T>(List<T> rows) {

    /** Of a column whose values may be missing the array holds nulls. */
    <C> C[] column(Function<T, @Nullable C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    String[] texts(Function<T, @Nullable String> value) {
        return column(value, String[]::new);
    }
}
