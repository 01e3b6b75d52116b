package org.chuishao.grid.assignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.mesh.scope.Scope;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The conditions of a query over assignments {@code a}; begins with the caller's scope, which the database checks again. */
final class Filter {

    /** Present membership decides what a worker sees of what has his name. */
    private static final String WORKS_THERE =
            "cast(sql('? = any (cast((select my_places()) as text[]))', a.region) as Boolean) = true";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Filter() {}

    /** What the scope has in hand, or oversees. */
    static Filter inHandOf(Scope scope) {
        return of(scope, false);
    }

    /** That, and what its unit was told of (抄送). */
    static Filter seenBy(Scope scope) {
        return of(scope, true);
    }

    private static Filter of(Scope scope, boolean copies) {
        Filter filter = new Filter();
        List<String> mine = new ArrayList<>();
        if (scope.worker() != null) {
            mine.add("a.worker = " + filter.value(scope.worker()) + " and " + WORKS_THERE);
        }
        if (scope.unit() != null) {
            mine.add(
                    copies
                            ? "a.id in (select t.assignment from Told t where t.unit = " + filter.value(scope.unit())
                                    + ")"
                            : "a.unit = " + filter.value(scope.unit()));
        }
        scope.regions().forEach(code -> mine.add(filter.within(code)));
        filter.conditions.add(mine.isEmpty() ? "1 = 0" : "(" + String.join(" or ", mine) + ")");
        return filter;
    }

    /** @param condition with one {@code ?} for the value; left out where the value is null */
    Filter and(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition.replace("?", value(value)));
        }
        return this;
    }

    Filter and(String condition) {
        conditions.add(condition);
        return this;
    }

    Filter in(@Nullable String region) {
        if (region != null) {
            conditions.add(within(region));
        }
        return this;
    }

    /** A place for one more value. */
    String value(Object value) {
        String name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /** The code and all below it, as a range that finds its index: codes are digits, and a colon follows them. */
    private String within(String code) {
        return "(a.region >= " + value(code) + " and a.region < " + value(code + ":") + ")";
    }

    <T> Mutiny.SelectionQuery<T> query(Mutiny.Session session, String select, String order, Class<T> type) {
        Mutiny.SelectionQuery<T> query =
                session.createSelectionQuery(select + " where " + String.join(" and ", conditions) + order, type);
        values.forEach(query::setParameter);
        return query;
    }
}
