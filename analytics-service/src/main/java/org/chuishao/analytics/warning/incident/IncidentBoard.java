package org.chuishao.analytics.warning.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The open incidents of one line in one city. A warning joins the one of its matter that it lies in or holds; where warnings of
 * the line stand in so many places at a time, they are one incident of the city.
 */
final class IncidentBoard {

    /** The one that people have confirmed takes the others in, of two the one whose ticket is nearer; else the oldest. */
    private static final Comparator<Incident> FIRST = Comparator.<Incident>comparingInt(
                    it -> it.bound() == null ? 0 : it.bound().length())
            .reversed()
            .thenComparing(Incident::firstAt)
            .thenComparing(Incident::id);

    private final Set<Incident> before;
    private final Map<UUID, Incident> open = new LinkedHashMap<>();
    private final Map<UUID, UUID> folded = new HashMap<>();
    private final Map<UUID, UUID> placed = new HashMap<>();
    private final int places;
    private final Duration within;

    /**
     * @param places so many at a time are one incident of the city
     * @param within so long after one another
     */
    IncidentBoard(List<Incident> incidents, int places, Duration within) {
        before = Set.copyOf(incidents);
        incidents.forEach(incident -> open.put(incident.id(), incident));
        this.places = places;
        this.within = within;
    }

    /** One whose incident is handled stays with it. */
    void place(Placed warning, Supplier<UUID> ids) {
        if (warning.incident() != null && !open.containsKey(last(warning.incident()))) {
            placed.put(warning.warning(), warning.incident());
            return;
        }
        Incident own = warning.incident() == null ? null : open.get(last(warning.incident()));
        if (own != null && own.confirmed()) {
            open.put(own.id(), own.with(Incident.of(own.id(), warning)));
            placed.put(warning.warning(), own.id());
            return;
        }
        List<Incident> same = open.values().stream()
                .filter(incident -> (warning.incident() != null && incident.id().equals(last(warning.incident())))
                        || (incident.near(warning, within) && incident.holds(warning)))
                .toList();
        Incident here =
                same.isEmpty() ? Incident.of(ids.get(), warning) : fold(same).with(Incident.of(ids.get(), warning));
        open.put(here.id(), here);
        placed.put(warning.warning(), here.id());
        List<Incident> near = open.values().stream()
                .filter(incident -> incident.near(warning, within))
                .toList();
        List<Incident> parts = near.stream().filter(Incident::mayBeOfTheCity).toList();
        if (parts.isEmpty()) {
            return;
        }
        String matter = Collections.min(parts, FIRST).matter();
        List<Incident> begun = near.stream()
                .filter(it -> !it.mayBeOfTheCity() && it.matter().equals(matter))
                .toList();
        List<Incident> all = new ArrayList<>(parts);
        // one new place beside several that have a ticket each is one more of them
        if (begun.size() == 1 || parts.size() > 1) {
            all.addAll(begun);
        }
        if (places(all) >= places) {
            ofTheCity(parts, all);
        }
    }

    /** What has a ticket for a part of the city stays by itself; the city's incident reaches there all the same. */
    private void ofTheCity(List<Incident> parts, List<Incident> all) {
        Incident city = fold(parts);
        all.stream()
                .map(Incident::region)
                .reduce(Incident::common)
                .ifPresent(region -> open.put(city.id(), city.reaching(region)));
    }

    /** A place within another is no second one. */
    private static long places(List<Incident> incidents) {
        List<String> regions =
                incidents.stream().map(Incident::region).distinct().toList();
        return regions.stream()
                .filter(region ->
                        regions.stream().noneMatch(other -> region.startsWith(other) && !region.equals(other)))
                .count();
    }

    /** Two that people have confirmed stay two: each has its ticket, and takes in nothing from beyond its place. */
    private Incident fold(List<Incident> several) {
        List<Incident> sorted = several.stream().sorted(FIRST).toList();
        Incident first = sorted.get(0);
        for (Incident other : sorted.subList(1, sorted.size())) {
            if (first.mayTakeIn(other)) {
                first = first.with(other);
                open.remove(other.id());
                folded.put(other.id(), first.id());
            }
        }
        open.put(first.id(), first);
        return first;
    }

    /**
     * What has a ticket for a part of an incident that a person confirms, from before it was known how far it reaches. With two
     * of them each has its own, and the incident gets a third.
     */
    Optional<UUID> begun(UUID incident) {
        Incident wide = open.get(last(incident));
        if (wide == null || wide.confirmed()) {
            return Optional.empty();
        }
        List<Incident> parts = open.values().stream()
                .filter(it -> it.confirmed() && wide.near(it, within) && wide.holds(it))
                .toList();
        return parts.size() == 1 ? Optional.of(parts.get(0).id()) : Optional.empty();
    }

    /** They are one: the ticket of what was begun stands for all of it. */
    void goesOn(UUID begun, UUID incident) {
        Incident wide = Objects.requireNonNull(open.remove(last(incident)));
        open.computeIfPresent(begun, (id, it) -> it.standingFor(wide));
        folded.put(wide.id(), begun);
    }

    /** Those that are new or not what they were. */
    List<Incident> changed() {
        return open.values().stream()
                .filter(incident -> !before.contains(incident))
                .toList();
    }

    /** The incident of a warning that was placed. */
    UUID of(UUID warning) {
        UUID incident = placed.get(warning);
        if (incident == null) {
            throw new IllegalArgumentException("not placed: " + warning);
        }
        return last(incident);
    }

    /** Those that were found to be part of another, and of which. */
    Map<UUID, UUID> folded() {
        Map<UUID, UUID> into = new HashMap<>();
        folded.forEach((id, first) -> into.put(id, last(first)));
        return into;
    }

    private UUID last(UUID incident) {
        UUID into = folded.get(incident);
        return into == null ? incident : last(into);
    }
}
