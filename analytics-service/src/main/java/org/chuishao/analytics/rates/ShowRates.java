package org.chuishao.analytics.rates;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chuishao.analytics.figures.Level;
import org.chuishao.analytics.figures.OwnGrid;
import org.chuishao.analytics.rates.Ranking.Entry;
import org.chuishao.analytics.rates.Rates.Group;
import org.chuishao.analytics.withheld.Withholding;
import org.chuishao.analytics.withheld.Withholding.Sum;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.Units;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.jspecify.annotations.Nullable;

/** Names the groups of a figure, ranks what can be ranked, and withholds what tells of few persons. */
@ApplicationScoped
class ShowRates {

    private final Rates rates;
    private final Regions regions;
    private final Units units;
    private final CurrentScope scope;
    private final OwnGrid own;
    private final RateConfig config;

    ShowRates(Rates rates, Regions regions, Units units, CurrentScope scope, OwnGrid own, RateConfig config) {
        this.rates = rates;
        this.regions = regions;
        this.units = units;
        this.scope = scope;
        this.own = own;
        this.config = config;
    }

    Uni<RateView> of(Asked asked, By by, Level level) {
        boolean mine = own.is(asked.region());
        return rates.groups(asked, by, level).map(groups -> view(asked, by, level, groups, mine));
    }

    /**
     * Which callers come again is no matter of the unit that they complain of.
     *
     * @throws Problem 403 (also as failure) where the cases are not listed to the caller
     */
    Uni<Void> requirePublished(Asked asked) {
        if (!asked.figure().aboutPersons() || own.is(asked.region())) {
            return Uni.createFrom().voidItem();
        }
        if (scope.get().role().equals(Roles.UNIT)) {
            throw Problem.forbidden("What is about persons is not listed to units.");
        }
        return rates.groups(asked, By.NONE, Level.PROVINCE)
                .invoke(groups -> {
                    if (groups.stream().anyMatch(it -> it.whole() && it.rate().tellsOfFew(config.personsFrom()))) {
                        throw Problem.forbidden("Fewer than " + config.personsFrom() + " persons stand behind it.");
                    }
                })
                .replaceWithVoid();
    }

    private RateView view(Asked asked, By by, Level level, List<Group> groups, boolean own) {
        List<Group> parts = by == By.NONE
                ? List.of()
                : groups.stream().filter(group -> !group.whole()).toList();
        Group whole = groups.stream().filter(Group::whole).findFirst().orElseThrow();
        Set<Group> withheld = own ? Set.of() : withheld(whole, parts);
        Ranking ranking = new Ranking(asked.figure().better(), config.rankedFrom());
        Map<String, Integer> ranks = ranking.of(parts.stream()
                .filter(group -> !withheld.contains(group))
                .flatMap(group -> entry(by, level, group).stream())
                .toList());
        return new RateView(
                asked.figure().label(),
                Meaning.title(asked.figure()),
                asked.region(),
                regions.nameOf(asked.region()),
                asked.period().from(),
                asked.period().to(),
                by.label(),
                item(whole, null, null, null, own || !whole.rate().tellsOfFew(config.personsFrom())),
                parts.stream()
                        .map(group -> item(
                                group,
                                name(by, group),
                                tier(by, level, group),
                                ranks.get(group.key()),
                                !withheld.contains(group)))
                        .toList());
    }

    private Optional<Entry> entry(By by, Level level, Group group) {
        String tier = tier(by, level, group);
        return tier == null ? Optional.empty() : Optional.of(new Entry(group.key(), tier, group.rate()));
    }

    private static RateItem item(
            Group group, @Nullable String name, @Nullable String tier, @Nullable Integer rank, boolean published) {
        return published
                ? RateItem.of(group.key(), name, tier, group.rate(), rank)
                : RateItem.withheld(group.key(), name, tier);
    }

    /** Who stands behind a figure, and who behind its numerator, must neither be few. */
    private Set<Group> withheld(Group whole, List<Group> parts) {
        Map<Group, Long> persons = new HashMap<>();
        Map<Group, Long> counted = new HashMap<>();
        parts.forEach(group -> {
            persons.put(group, group.rate().persons());
            counted.put(group, group.rate().counted());
        });
        return Withholding.of(List.of(persons, counted), List.of(new Sum<>(whole, parts)), config.personsFrom());
    }

    private @Nullable String name(By by, Group group) {
        return switch (by) {
            case REGION -> regions.nameOf(group.key());
            case UNIT -> units.find(group.key()).map(Unit::name).orElse(null);
            case NONE, LINE, CATEGORY, KIND, CHANNEL -> null;
        };
    }

    /** Only units and places are ranked; a place that is known no nearer than a larger one is not of the level. */
    private @Nullable String tier(By by, Level level, Group group) {
        return switch (by) {
            case REGION -> group.key().length() == level.digits() ? level.label() : null;
            case UNIT ->
                units.find(group.key())
                        .map(unit -> Tier.of(unit.kind()).label())
                        .orElse(null);
            case NONE, LINE, CATEGORY, KIND, CHANNEL -> null;
        };
    }
}
