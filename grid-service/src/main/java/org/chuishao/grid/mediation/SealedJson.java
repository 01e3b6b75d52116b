package org.chuishao.grid.mediation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.grid.words.Words;
import org.jspecify.annotations.Nullable;

/** Values that are sealed as a whole, since all of them name people or quote them. */
@ApplicationScoped
class SealedJson {

    private final Words words;
    private final ObjectMapper mapper;

    SealedJson(Words words, ObjectMapper mapper) {
        this.words = words;
        this.mapper = mapper;
    }

    String seal(Object value) {
        try {
            return words.seal(mapper.writeValueAsString(value)).value();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written", e);
        }
    }

    /** Null where there is none, or no key opens it. */
    <T> @Nullable T open(@Nullable String sealed, Class<T> type) {
        String json = words.whole(sealed);
        try {
            return json == null ? null : mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be read", e);
        }
    }
}
