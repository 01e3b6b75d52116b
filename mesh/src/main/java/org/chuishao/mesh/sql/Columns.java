package org.chuishao.mesh.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns, as {@code unnest} takes them. */
public record Columns<T>(List<T> rows) {

    /** Of a column whose values may be missing the array holds nulls. */
    public <C> C[] column(Function<T, @Nullable C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    public String[] texts(Function<T, @Nullable String> value) {
        return column(value, String[]::new);
    }

    public UUID[] ids(Function<T, @Nullable UUID> value) {
        return column(value, UUID[]::new);
    }

    public OffsetDateTime[] times(Function<T, @Nullable Instant> value) {
        return column(
                row -> {
                    Instant instant = value.apply(row);
                    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
                },
                OffsetDateTime[]::new);
    }
}
