package org.chuishao.grid.page;

import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** The WHERE of a list whose filters are all optional. Only the filters given are in the statement, so that each finds its index. */
public final class Conditions {

    private final StringBuilder sql = new StringBuilder("true");
    private final Tuple values = Tuple.tuple();

    /** @param condition with one {@code ?} for the value; left out where the value is null */
    public Conditions and(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition.replace("?", place(value)));
        }
        return this;
    }

    /** The code itself and all below it; codes are compared as bytes, and a colon follows the digits. */
    public Conditions within(String column, @Nullable String code) {
        if (code != null) {
            and(column + " >= ?", code);
            and(column + " < ?", code + ":");
        }
        return this;
    }

    /** The place of one more value, for the rest of the statement. */
    public String place(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    public Tuple values() {
        return values;
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
