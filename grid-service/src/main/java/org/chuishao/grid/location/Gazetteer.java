package org.chuishao.grid.location;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuishao.grid.location.Location.FoundBy;
import org.chuishao.mesh.location.CountyOutlines;
import org.chuishao.mesh.location.CountyOutlines.County;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.reference.Found;
import org.chuishao.mesh.reference.PlaceFinder;
import org.chuishao.mesh.reference.Region;
import org.jspecify.annotations.Nullable;

/** Knows all places down to the communities, in memory. */
@ApplicationScoped
class Gazetteer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REGIONS =
            "SELECT code, level, name, parent, synthetic, longitude, latitude FROM region WHERE level <= 5";

    private final CountyOutlines outlines = CountyOutlines.ofLiaoning();
    private volatile Map<String, Region> regions = Map.of();
    private volatile PlaceFinder finder = new PlaceFinder(List.of());

    /** After the first load. An import changes grids only, so that once is enough. */
    void read(@Observes @Priority(200) StartupEvent event, Pool pool) {
        Map<String, Region> all = new HashMap<>();
        for (Row row : pool.query(REGIONS).execute().await().atMost(PATIENCE)) {
            all.put(row.getString("code"), region(row));
        }
        know(all.values());
    }

    void know(Collection<Region> all) {
        Map<String, Region> byCode = new HashMap<>();
        all.forEach(region -> byCode.put(region.code(), region));
        regions = byCode;
        finder = new PlaceFinder(all);
    }

    Optional<Location> byCode(String code) {
        return Optional.ofNullable(regions.get(code)).map(region -> location(region, 1, FoundBy.CODE, List.of()));
    }

    Optional<Location> byText(String text, @Nullable String within) {
        return finder.find(text, within).map(found -> location(found, FoundBy.TEXT));
    }

    /** The county, and what the text says within it. Never a nearest one: outside of all outlines is nowhere. */
    Optional<Location> byPosition(Position position, @Nullable String text) {
        List<County> counties = outlines.at(position).stream()
                .filter(county -> regions.containsKey(county.code()))
                .toList();
        if (counties.isEmpty()) {
            return Optional.empty();
        }
        County county = counties.get(0);
        if (counties.size() > 1) {
            return common(counties).map(city -> location(city, 0.6, FoundBy.POSITION, List.of()));
        }
        Optional<Location> refined = text == null
                ? Optional.empty()
                : finder.find(text, county.code()).map(found -> location(found, FoundBy.POSITION_AND_TEXT));
        return refined.or(() ->
                Optional.of(location(known(county.code()), county.clear() ? 0.9 : 0.6, FoundBy.POSITION, List.of())));
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

    private static Region region(Row row) {
        return new Region(
                row.getString("code"),
                row.getInteger("level"),
                row.getString("name"),
                row.getString("parent"),
                row.getBoolean("synthetic"),
                row.getDouble("longitude"),
                row.getDouble("latitude"));
    }
}
