package org.chuishao.mesh.event;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The data of events as JSON, the one way for writers and readers: ISO times, nothing written for null, unknown fields
 * skipped, and a field that the record needs must be there.
 */
public final class EventJson {

    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .annotationIntrospector(new RequiredUnlessNullable())
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private EventJson() {}

    public static String write(EventData data) {
        try {
            return MAPPER.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "event data cannot be written: " + data.getClass().getName(), e);
        }
    }

    /**
     * What an event of this type says.
     *
     * @throws IllegalArgumentException naming the field, never its value, if the JSON is not what the type needs
     */
    public static EventData read(EventType type, String json) {
        EventData data;
        try {
            data = MAPPER.readValue(json, type.data());
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(type.shortName() + " cannot be read at \"" + path(e) + '"');
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(type.shortName() + " is not JSON");
        }
        if (data == null) {
            throw new IllegalArgumentException(type.shortName() + " has no data");
        }
        return data;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(at -> at.getFieldName() == null ? String.valueOf(at.getIndex()) : at.getFieldName())
                .collect(joining("."));
    }
}
