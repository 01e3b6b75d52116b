package org.chuishao.intake.timeline;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chuishao.intake.ticket.SealedTexts;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.Meaning;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * What an event says, for people. Which fields are sealed follows from the event's record, so that a new one is never
 * shown by oversight. The words about a place, which may hold a door number, the caller's hash, and what makes
 * words comparable with others' never leave; its position, which leads to a door as well, is shown only to those who may see the place.
 */
@ApplicationScoped
public class EventWords {

    private static final Map<String, Set<String>> SEALED = fields(Sealed.class);
    private static final Set<String> POSITION = Set.of("longitude", "latitude", "crs");
    private static final Map<String, Set<String>> PLACES = fields(Place.class);
    private static final Map<String, Set<String>> MEANINGS = fields(Meaning.class);

    private final SealedTexts texts;

    EventWords(SealedTexts texts) {
        this.texts = texts;
    }

    /** With the sealed texts opened and put through {@code shown}; what comes to nothing is left out. */
    Map<String, Object> opened(
            UUID ticket, String type, JsonObject data, boolean positioned, UnaryOperator<@Nullable String> shown) {
        JsonObject masked = withoutPerson(type, data, positioned);
        for (String field : SEALED.getOrDefault(type, Set.of())) {
            Object opened = masked.getValue(field) instanceof JsonArray several
                    ? several.stream()
                            .map(one -> shown.apply(texts.open(ticket, (String) one)))
                            .filter(Objects::nonNull)
                            .toList()
                    : shown.apply(texts.open(ticket, masked.getString(field)));
            masked.remove(field);
            if (opened != null) {
                masked.put(field, opened);
            }
        }
        return masked.getMap();
    }

    /** Without any sealed text. */
    public Map<String, Object> masked(String type, JsonObject data, boolean positioned) {
        JsonObject masked = withoutPerson(type, data, positioned);
        SEALED.getOrDefault(type, Set.of()).forEach(masked::remove);
        return masked.getMap();
    }

    private static JsonObject withoutPerson(String type, JsonObject data, boolean positioned) {
        JsonObject masked = data.copy();
        masked.remove("callerHash");
        MEANINGS.getOrDefault(type, Set.of()).forEach(masked::remove);
        for (String field : PLACES.getOrDefault(type, Set.of())) {
            JsonObject place = masked.getJsonObject(field);
            if (place != null) {
                place.remove("text");
                if (!positioned) {
                    POSITION.forEach(place::remove);
                }
            }
        }
        return masked;
    }

    private static Map<String, Set<String>> fields(Class<?> kind) {
        return Arrays.stream(EventType.values())
                .collect(Collectors.toUnmodifiableMap(
                        EventType::shortName, type -> Arrays.stream(type.data().getRecordComponents())
                                .filter(component ->
                                        component.getGenericType().getTypeName().contains(kind.getName()))
                                .map(RecordComponent::getName)
                                .collect(Collectors.toUnmodifiableSet())));
    }
}
