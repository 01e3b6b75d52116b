package org.chuishao.mesh.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** This service's copy of the regions, province to community. */
@ApplicationScoped
public class Regions {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ConcurrentMap<String, Region> byCode = new ConcurrentHashMap<>();
    private volatile BooleanSupplier complete = () -> false;

    /** While the copy is being read, what it lacks may only not be there yet. */
    void completeWhen(BooleanSupplier complete) {
        this.complete = complete;
    }

    /** Grids are on the topic as well, where they have changed; this copy ends at the communities. */
    void put(String code, @Nullable Region region) {
        if (code.length() > RegionCode.COMMUNITY_DIGITS) {
            return;
        }
        if (region == null) {
            byCode.remove(code);
        } else {
            byCode.put(code, region);
        }
    }

    public Optional<Region> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The region itself, or for a code below the community (a grid) the community it lies in. */
    public Optional<Region> enclosing(String code) {
        return code.length() > RegionCode.COMMUNITY_DIGITS
                ? find(code.substring(0, RegionCode.COMMUNITY_DIGITS))
                : find(code);
    }

    /**
     * The region that a request names, or for a grid's code the community it lies in.
     *
     * @throws Problem 503 with Retry-After while the copy is not complete, 400 naming the field where there is none
     */
    public Region require(String code, String field) {
        boolean all = complete.getAsBoolean();
        return enclosing(code)
                .orElseThrow(() -> all ? Problem.invalid(field, "is not a known region") : Problem.unavailable(RETRY));
    }

    /** The name, or the code itself where it is not known. */
    public String nameOf(String code) {
        Region region = byCode.get(code);
        return region == null ? code : region.name();
    }

    public List<Region> children(String code) {
        return byCode.values().stream()
                .filter(r -> code.equals(r.parent()))
                .sorted(Comparator.comparing(Region::code))
                .toList();
    }

    public Collection<Region> all() {
        return List.copyOf(byCode.values());
    }
}
