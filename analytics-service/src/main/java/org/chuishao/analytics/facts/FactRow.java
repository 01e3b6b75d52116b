package org.chuishao.analytics.facts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row as JSON, by the names of its columns: as the database gives it, and as it takes it. */
record FactRow(JsonObject json) {

    FactRow() {
        this(new JsonObject());
    }

    static FactRow of(String json) {
        return new FactRow(new JsonObject(json));
    }

    /** Null leaves the column null; what is neither number nor truth goes as text. */
    FactRow put(String column, @Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            json.put(column, value);
        } else if (value instanceof List<?> many) {
            json.put(column, new JsonArray(many));
        } else {
            json.put(column, value.toString());
        }
        return this;
    }

    @Nullable
    String text(String column) {
        return json.getString(column);
    }

    String needed(String column) {
        return Objects.requireNonNull(json.getString(column), column);
    }

    @Nullable
    UUID id(String column) {
        String text = json.getString(column);
        return text == null ? null : UUID.fromString(text);
    }

    UUID neededId(String column) {
        return UUID.fromString(needed(column));
    }

    @Nullable
    Instant time(String column) {
        String text = json.getString(column);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    Instant neededTime(String column) {
        return OffsetDateTime.parse(needed(column)).toInstant();
    }

    int number(String column) {
        return json.getInteger(column);
    }

    boolean flag(String column) {
        return json.getBoolean(column);
    }

    @Nullable
    Boolean maybe(String column) {
        return json.getBoolean(column);
    }

    List<String> texts(String column) {
        return json.getJsonArray(column).stream().map(Object::toString).toList();
    }
}
