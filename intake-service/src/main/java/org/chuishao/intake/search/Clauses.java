package org.chuishao.intake.search;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The conditions of a query with their values, all of which must hold. */
final class Clauses {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition in which each {@code ?} stands for one of the values. */
    Clauses and(String condition, Object... its) {
        conditions.add(numbered(condition, its));
        return this;
    }

    /** Adds several of which one has to hold; none at all never holds. */
    Clauses any(List<Condition> some) {
        List<String> parts =
                some.stream().map(one -> numbered(one.sql(), one.values())).toList();
        conditions.add(parts.isEmpty() ? "false" : '(' + String.join(" or ", parts) + ')');
        return this;
    }

    record Condition(String sql, Object... values) {}

    String sql() {
        return String.join(" and ", conditions);
    }

    Tuple tuple() {
        return Tuple.from(values);
    }

    private String numbered(String condition, Object[] its) {
        StringBuilder sql = new StringBuilder();
        int next = 0;
        for (char c : condition.toCharArray()) {
            if (c == '?') {
                values.add(its[next++]);
                sql.append('$').append(values.size());
            } else {
                sql.append(c);
            }
        }
        return sql.toString();
    }
}
