package org.chuishao.mesh.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** This service's copy of the regions, province to community. */
@ApplicationScoped
public class Regions {

    private final ConcurrentMap<String, Region> byCode = new ConcurrentHashMap<>();

    void put(String code, @Nullable Region region) {
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
