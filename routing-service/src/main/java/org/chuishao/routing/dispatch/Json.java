package org.chuishao.routing.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows on their way to {@code jsonb_to_recordset}: one parameter a statement, lists within rows included. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    /** What was written as a list; empty where there is nothing. */
    static <T> List<T> list(@Nullable String json, Class<T> of) {
        try {
            return json == null
                    ? List.of()
                    : MAPPER.readValue(json, MAPPER.getTypeFactory().constructCollectionType(List.class, of));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list cannot be read", e);
        }
    }

    public static String rows(Collection<?> rows) {
        try {
            return MAPPER.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows cannot be written", e);
        }
    }
}
