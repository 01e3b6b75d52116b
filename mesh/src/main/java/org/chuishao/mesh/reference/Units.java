package org.chuishao.mesh.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** This service's copy of the units. */
@ApplicationScoped
public class Units {

    private final ConcurrentMap<String, Unit> byId = new ConcurrentHashMap<>();

    void put(String id, @Nullable Unit unit) {
        if (unit == null) {
            byId.remove(id);
        } else {
            byId.put(id, unit);
        }
    }

    public Optional<Unit> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The units of an industry line whose region holds the given one, the nearest first. */
    public Stream<Unit> serving(String line, String region) {
        return byId.values().stream()
                .filter(u -> line.equals(u.line()) && region.startsWith(u.region()))
                .sorted(Comparator.comparingInt(Unit::level).reversed().thenComparing(Unit::id));
    }
}
