package org.chuishao.intake.timeline;

import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;

/**
 * What an event says, for people. Which fields are sealed follows from the event's record, so that a new one is never
 * shown by oversight. The words about a place, which may hold a door number, and the caller's hash never leave.
 */
@ApplicationScoped
public class EventWords {

    private static final Map<String, Set<String>> SEALED = fields(Sealed.class);
    private static final Map<String, Set<String>> PLACES = fields(Place.class);

    private final Sealer sealer;

    EventWords(Sealer sealer) {
        this.sealer = sealer;
    }

    /** With the sealed texts opened and put through {@code shown}. */
    public Map<String, Object> opened(String type, JsonObject data, UnaryOperator<String> shown) {
        JsonObject masked = withoutPerson(type, data);
        for (String field : SEALED.getOrDefault(type, Set.of())) {
            String sealed = masked.getString(field);
            if (sealed != null) {
                masked.put(field, shown.apply(sealer.open(new Sealed(sealed))));
            }
        }
        return masked.getMap();
    }

    /** Without any sealed text. */
    public Map<String, Object> masked(String type, JsonObject data) {
        JsonObject masked = withoutPerson(type, data);
        SEALED.getOrDefault(type, Set.of()).forEach(masked::remove);
        return masked.getMap();
    }

    private static JsonObject withoutPerson(String type, JsonObject data) {
        JsonObject masked = data.copy();
        masked.remove("callerHash");
        for (String field : PLACES.getOrDefault(type, Set.of())) {
            JsonObject place = masked.getJsonObject(field);
            if (place != null) {
                place.remove("text");
            }
        }
        return masked;
    }

    private static Map<String, Set<String>> fields(Class<?> kind) {
        return Arrays.stream(EventType.values())
                .collect(Collectors.toUnmodifiableMap(
                        EventType::shortName, type -> Arrays.stream(type.data().getRecordComponents())
                                .filter(component -> component.getType() == kind)
                                .map(RecordComponent::getName)
                                .collect(Collectors.toUnmodifiableSet())));
    }
}
