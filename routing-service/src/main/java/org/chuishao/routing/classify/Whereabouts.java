package org.chuishao.routing.classify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chuishao.mesh.location.CountyOutlines;
import org.chuishao.mesh.location.CountyOutlines.County;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.reference.Found;
import org.chuishao.mesh.reference.PlaceFinder;
import org.chuishao.mesh.reference.Region;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.routing.classify.Assessor.Words;
import org.chuishao.routing.place.AliasBook;

/** Where a ticket is: by the names in its words, and by its position where those name no county. */
final class Whereabouts {

    private static final int CITY = 2;
    private static final int COUNTY = 3;
    private static final int COMMUNITY = 5;

    /** A bare short name may be any word; with a known region around it, it is a place. */
    private static final double SURE_OF_PLACE = 0.6;

    /** A place is named at the beginning, or not at all. */
    private static final int PLACE_READ = 2_000;

    private final PlaceFinder names;
    private final CountyOutlines outlines;
    private final Supplier<AliasBook> aliases;
    private final Map<String, String> counties = new HashMap<>();

    Whereabouts(Collection<Region> regions, CountyOutlines outlines) {
        this(regions, outlines, () -> AliasBook.EMPTY);
    }

    /** @param aliases learned names, which hold where a county is known */
    Whereabouts(Collection<Region> regions, CountyOutlines outlines, Supplier<AliasBook> aliases) {
        this.names = new PlaceFinder(regions);
        this.outlines = outlines;
        this.aliases = aliases;
        regions.stream()
                .filter(region -> region.level() == COUNTY)
                .forEach(county -> counties.put(county.code(), county.name()));
    }

    /** @param evidence the names and the position that it rests on, each with its sort before it */
    record Place(String region, List<String> evidence) {}

    /** Only what lies within the known region, and is smaller than it, is news. */
    Place find(Words words) {
        Place named = byName(words, new Place(words.region(), List.of()));
        Place place = level(named) >= COUNTY
                ? named
                : byPosition(words, named).map(here -> byName(words, here)).orElse(named);
        return byAlias(words, place);
    }

    /** What the register has not, yet tickets of the county have told before: an estate, a road. */
    private Place byAlias(Words words, Place known) {
        if (level(known) < COUNTY || level(known) >= COMMUNITY) {
            return known;
        }
        return aliases.get()
                .find(text(words), known.region())
                .filter(alias -> smaller(alias.region(), known))
                .map(alias -> new Place(alias.region(), append(known, "learned place: " + alias.name())))
                .orElse(known);
    }

    private static String text(Words words) {
        return (words.place() == null ? "" : words.place() + '\n') + words.title() + '\n' + words.content();
    }

    private Place byName(Words words, Place known) {
        if (level(known) >= COMMUNITY) {
            return known;
        }
        String text = text(words);
        return names.find(text.substring(0, Math.min(text.length(), PLACE_READ)), known.region())
                .filter(found -> found.confidence() >= SURE_OF_PLACE)
                .filter(found -> smaller(found.code(), known))
                .map(found -> and(known, found))
                .orElse(known);
    }

    private static Place and(Place known, Found found) {
        List<String> evidence = new ArrayList<>(known.evidence());
        found.evidence().stream()
                .map(name -> "place: " + name)
                .filter(name -> !evidence.contains(name))
                .forEach(evidence::add);
        return new Place(found.code(), evidence);
    }

    /** One county, or the city that two share whose outlines overlap there. Never a nearest one. */
    private Optional<Place> byPosition(Words words, Place known) {
        Position position = words.position();
        List<County> here = position == null
                ? List.of()
                : outlines.at(position).stream()
                        .filter(county -> counties.containsKey(county.code()) && smaller(county.code(), known))
                        .toList();
        if (here.size() == 1) {
            County county = here.get(0);
            String name = counties.getOrDefault(county.code(), county.code());
            String evidence = "position: " + name + (county.clear() ? "" : " (near its border)");
            return Optional.of(new Place(county.code(), append(known, evidence)));
        }
        List<String> cities = here.stream()
                .map(county -> RegionCode.at(county.code(), CITY))
                .distinct()
                .toList();
        return cities.size() == 1 && smaller(cities.get(0), known)
                ? Optional.of(new Place(cities.get(0), append(known, "position: between counties")))
                : Optional.empty();
    }

    private static List<String> append(Place known, String evidence) {
        return Stream.concat(known.evidence().stream(), Stream.of(evidence)).toList();
    }

    private static boolean smaller(String code, Place known) {
        return code.startsWith(known.region()) && code.length() > known.region().length();
    }

    private static int level(Place place) {
        return RegionCode.level(place.region()).orElse(0);
    }
}
