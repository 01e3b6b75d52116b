package org.chuishao.routing.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows on their way to {@code jsonb_to_recordset}: one parameter a statement, lists within rows included. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private Json() {}

    /** What was written as a list; what is of another shape there, by a newer version, is passed over. */
    static <T> List<T> list(@Nullable String json, Class<T> of) {
        List<T> list = new ArrayList<>();
        try {
            for (JsonNode one : json == null ? MAPPER.createArrayNode() : MAPPER.readTree(json)) {
                read(one, of).ifPresent(list::add);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list cannot be read", e);
        }
        return list;
    }

    private static <T> Optional<T> read(JsonNode one, Class<T> of) {
        try {
            return Optional.of(MAPPER.treeToValue(one, of));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
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
