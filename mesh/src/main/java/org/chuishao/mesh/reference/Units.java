package org.chuishao.mesh.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** This service's copy of the units. */
@ApplicationScoped
public class Units {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ConcurrentMap<String, Unit> byId = new ConcurrentHashMap<>();
    private volatile BooleanSupplier complete = () -> false;

    /** While the copy is being read, what it lacks may only not be there yet. */
    void completeWhen(BooleanSupplier complete) {
        this.complete = complete;
    }

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

    /**
     * The unit that a request names.
     *
     * @throws Problem 503 with Retry-After while the copy is not complete, 400 naming the field where there is none
     */
    public Unit require(String id, String field) {
        boolean all = complete.getAsBoolean();
        return find(id).orElseThrow(
                        () -> all ? Problem.invalid(field, "is not a known unit") : Problem.unavailable(RETRY));
    }

    /** In no order. */
    public Stream<Unit> all() {
        return byId.values().stream();
    }

    /** The units of an industry line whose region holds the given one, the nearest first. */
    public Stream<Unit> serving(String line, String region) {
        return byId.values().stream()
                .filter(u -> line.equals(u.line()) && region.startsWith(u.region()))
                .sorted(Comparator.comparingInt(Unit::level).reversed().thenComparing(Unit::id));
    }
}
