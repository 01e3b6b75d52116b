package org.chuishao.grid.location;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuishao.grid.location.Location.FoundBy;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.location.CountyOutlines;
import org.chuishao.mesh.location.CountyOutlines.County;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.location.Projection;
import org.chuishao.mesh.reference.Found;
import org.chuishao.mesh.reference.PlaceFinder;
import org.chuishao.mesh.reference.Region;
import org.chuishao.mesh.reference.RegionCode;
import org.jspecify.annotations.Nullable;

/** Knows all places down to the communities, in memory, and whatever has an outline. */
@ApplicationScoped
class Gazetteer {

    private static final double UNCLEAR = 0.6;

    private final CountyOutlines counties = CountyOutlines.ofLiaoning();
    private final Outlines outlines;
    private final LocationConfig config;
    private volatile Map<String, Region> regions = Map.of();
    private volatile PlaceFinder finder = new PlaceFinder(List.of());

    Gazetteer(Outlines outlines, LocationConfig config) {
        this.outlines = outlines;
        this.config = config;
    }

    /** Takes over regions that are new or have changed. */
    synchronized void know(Collection<Region> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Map<String, Region> byCode = new HashMap<>(regions);
        changed.forEach(region -> byCode.put(region.code(), region));
        regions = byCode;
        finder = new PlaceFinder(byCode.values());
    }

    Optional<Location> byCode(String code) {
        return Optional.ofNullable(regions.get(code)).map(region -> location(region, 1, FoundBy.CODE, List.of()));
    }

    Optional<Location> byText(String text, @Nullable String within) {
        return finder.find(text, within).map(found -> location(found, FoundBy.TEXT));
    }

    /** The grid whose outline holds it or is within reach; else the county, and what the text says within it. */
    Optional<Location> byPosition(Position position, @Nullable String text, Instant now) {
        Position plain = Projection.to(Crs.CGCS2000, position);
        return outlined(plain, text, now)
                .or(() -> outlines.nearest(plain, config.reach(), now).map(this::near))
                .or(() -> county(position, text));
    }

    private Optional<Location> outlined(Position plain, @Nullable String text, Instant now) {
        List<OutlinedRegion> found = outlines.at(plain, now);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        OutlinedRegion first = found.get(0);
        boolean clear = first.outline().metresToBorder(plain.longitude(), plain.latitude()) > config.blur();
        List<String> others = found.stream()
                .skip(1)
                .filter(region -> region.level() == 6)
                .map(OutlinedRegion::code)
                .toList();
        Location place =
                location(first, clear ? 0.98 : UNCLEAR, FoundBy.OUTLINE).also(others);
        return Optional.of(
                first.level() == 6 ? place : refined(first.code(), text).orElse(place));
    }

    /** Half as sure as of a position within, and the less the farther away. */
    private Location near(Outlines.Near near) {
        double part = near.metres() / config.reach();
        return location(near.region(), 0.5 - 0.4 * part, FoundBy.NEAREST);
    }

    /** Never a nearest one: outside of all outlines is nowhere. */
    private Optional<Location> county(Position position, @Nullable String text) {
        List<County> found = counties.at(position).stream()
                .filter(county -> regions.containsKey(county.code()))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        County county = found.get(0);
        if (found.size() > 1) {
            return common(found).map(city -> location(city, UNCLEAR, FoundBy.COUNTY_OUTLINE, List.of()));
        }
        return refined(county.code(), text)
                .or(() -> Optional.of(location(
                        known(county.code()), county.clear() ? 0.9 : UNCLEAR, FoundBy.COUNTY_OUTLINE, List.of())));
    }

    private Optional<Location> refined(String within, @Nullable String text) {
        return text == null
                ? Optional.empty()
                : finder.find(text, within).map(found -> location(found, FoundBy.POSITION_AND_TEXT));
    }

    /** The names from the province down to a region. */
    List<String> path(String code) {
        Deque<String> names = new ArrayDeque<>();
        for (Region region = regions.get(code); region != null; region = parent(region)) {
            names.addFirst(region.name());
        }
        return List.copyOf(names);
    }

    private Optional<Region> common(List<County> counties) {
        List<String> parents = counties.stream()
                .map(county -> known(county.code()).parent())
                .distinct()
                .toList();
        return parents.size() == 1 ? Optional.ofNullable(regions.get(parents.get(0))) : Optional.empty();
    }

    private Location location(Found found, FoundBy by) {
        return location(known(found.code()), found.confidence(), by, found.evidence());
    }

    private Location location(Region region, double confidence, FoundBy by, List<String> evidence) {
        return new Location(
                region.code(),
                region.name(),
                path(region.code()),
                region.level(),
                region.synthetic(),
                confidence,
                by,
                evidence,
                List.of(),
                null,
                null);
    }

    private Location location(OutlinedRegion region, double confidence, FoundBy by) {
        List<String> path = new ArrayList<>(path(RegionCode.at(region.code(), Math.min(region.level(), 5))));
        if (region.level() == 6) {
            path.add(region.name());
        }
        return new Location(
                region.code(),
                region.name(),
                path,
                region.level(),
                region.synthetic(),
                confidence,
                by,
                List.of(),
                List.of(),
                null,
                null);
    }

    private Region known(String code) {
        Region region = regions.get(code);
        if (region == null) {
            throw new IllegalStateException("region " + code + " is not in the gazetteer");
        }
        return region;
    }

    private @Nullable Region parent(Region region) {
        return region.parent() == null ? null : regions.get(region.parent());
    }
}
