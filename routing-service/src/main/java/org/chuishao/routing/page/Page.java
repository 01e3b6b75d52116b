package org.chuishao.routing.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code next} is the cursor of the next, null on the last. */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /** Of rows that were asked for with one more than the limit, to see whether there is a next page. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> item, Function<R, Mark> mark) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(item).toList(),
                more ? mark.apply(shown.get(limit - 1)).cursor() : null);
    }
}
