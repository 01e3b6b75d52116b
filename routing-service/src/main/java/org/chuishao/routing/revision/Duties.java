package org.chuishao.routing.revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.routing.catalogue.Entry;
import org.chuishao.routing.catalogue.EntryRow;
import org.chuishao.routing.catalogue.RuleVersion;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Tsv.Row;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue must not say: that towns and communities have a department's duty (部门职责不得下派基层), or that somebody has
 * it who is not there or serves another place.
 */
final class Duties {

    /** Towns and communities, whoever they are. */
    private static final Pattern BASE_LEVEL = Pattern.compile("\\{territory}|U-TERR-([0-9]{9}|[0-9]{12})");

    private Duties() {}

    static Optional<String> objection(RuleVersion version, Ground ground) {
        Entry entry = EntryRow.entry(new Row(version.fields()));
        List<String> doing = new ArrayList<>(entry.assisting());
        doing.add(entry.lead());
        if (ofADepartment(entry, ground)
                && doing.stream().anyMatch(it -> BASE_LEVEL.matcher(it).matches())) {
            return Optional.of("gives a department's duty to the base level");
        }
        List<String> named = new ArrayList<>(doing);
        named.addAll(entry.copies());
        return named.stream()
                .filter(it -> it.startsWith("U-") && !it.contains("{"))
                .map(it -> objection(ground.unit(it), entry))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean ofADepartment(Entry entry, Ground ground) {
        LocalDate day = entry.validFrom().isBefore(ground.today()) ? ground.today() : entry.validFrom();
        return ground.rules(day)
                .taxonomy()
                .category(entry.category())
                .map(Category::line)
                .isPresent();
    }

    private static Optional<String> objection(@Nullable Unit unit, Entry entry) {
        if (unit == null) {
            return Optional.of("names a unit that there is not");
        }
        return entry.region().startsWith(unit.region())
                ? Optional.empty()
                : Optional.of("names a unit that does not serve the region");
    }
}
