package org.chuishao.routing.place;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuishao.mesh.reference.RegionCode;

/** Learned names of places, by county. */
public record AliasBook(Map<String, Map<String, String>> byCounty) {

    public static final AliasBook EMPTY = new AliasBook(Map.of());

    private static final int COUNTY = 3;

    /** A name in a text and the region that it stands for. */
    public record Alias(String name, String region) {}

    /** What a text names in a known county; nothing where its names lead to different regions. */
    public Optional<Alias> find(String text, String known) {
        Map<String, String> aliases = byCounty.getOrDefault(RegionCode.at(known, COUNTY), Map.of());
        if (aliases.isEmpty()) {
            return Optional.empty();
        }
        Set<Alias> found = PlaceNames.in(text).stream()
                .filter(aliases::containsKey)
                .map(name -> new Alias(name, aliases.getOrDefault(name, known)))
                .collect(Collectors.toSet());
        return found.stream().map(Alias::region).distinct().count() == 1
                ? found.stream().min((a, b) -> a.name().compareTo(b.name()))
                : Optional.empty();
    }
}
