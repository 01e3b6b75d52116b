package org.chuishao.grid.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads a part of a body as strictly as the API reads a whole one. */
@ApplicationScoped
public class CheckedJson {

    private final ObjectMapper mapper;
    private final Validator validator;

    CheckedJson(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /** Throws what the API answers 400 to, with the field. */
    public <T> T read(@Nullable JsonNode json, Class<T> type) {
        if (json == null || !json.isObject()) {
            throw Problem.invalid("body", "must be an object");
        }
        T value = Unchecked.supplier(() -> bound(json, type)).get();
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return value;
    }

    /** The {@code id} of an answer that was written as JSON; null where it has none. */
    public @Nullable UUID id(String json) {
        try {
            String id = mapper.readTree(json).path("id").asText(null);
            return id == null ? null : UUID.fromString(id);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be read", e);
        }
    }

    private <T> T bound(JsonNode json, Class<T> type) throws JsonProcessingException {
        return mapper.treeToValue(json, type);
    }
}
