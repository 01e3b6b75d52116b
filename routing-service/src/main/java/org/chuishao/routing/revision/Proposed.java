package org.chuishao.routing.revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.routing.catalogue.RuleBook;
import org.chuishao.routing.catalogue.RuleVersion;
import org.chuishao.routing.catalogue.RuleVersion.Sort;
import org.chuishao.routing.revision.RuleFile.Numbered;

/**
 * A file of changes that holds against the rules as they stand.
 *
 * @param fresh what it brings
 * @param rows in the file; what is not fresh holds already
 * @param book the rules with it
 */
public record Proposed(List<RuleVersion> fresh, int rows, RuleBook book) {

    /** A row that is new, and where it stands. */
    record Line(int number, RuleVersion version) {}

    /** @throws Problem 400 naming each line that does not hold */
    static Proposed of(Sort sort, Collection<Numbered> file, LocalDate validFrom, Ground ground) {
        Faults faults = new Faults();
        Set<List<String>> standing = new HashSet<>(sort.rows(ground.rules(validFrom)));
        List<Line> fresh = new ArrayList<>();
        for (Numbered it : file) {
            try {
                RuleVersion version = sort.version(it.row(), validFrom);
                if (!standing.contains(version.fields())) {
                    objection(version, fresh, ground).ifPresent(what -> faults.add(it.line(), what));
                    fresh.add(new Line(it.line(), version));
                }
            } catch (IllegalArgumentException e) {
                faults.add(it.line(), String.valueOf(e.getMessage()));
            }
        }
        faults.refuse();
        List<RuleVersion> versions = fresh.stream().map(Line::version).toList();
        RuleBook after = ground.book().with(joined(ground.book(), versions));
        requireFit(ground, after, fresh);
        return new Proposed(versions, file.size(), after);
    }

    private static Optional<String> objection(RuleVersion it, List<Line> before, Ground ground) {
        if (ground.book().versions().stream().anyMatch(it::replaces)) {
            return Optional.of("another version begins on that day already");
        }
        if (before.stream().anyMatch(other -> other.version().replaces(it))) {
            return Optional.of("is there twice");
        }
        if (it.validFrom().isBefore(ground.today())) {
            return Optional.of("begins before today");
        }
        if (!ground.scope().covers(it.region(), List.of(), null)) {
            return Optional.of("lies outside of your regions");
        }
        return it.sort() == Sort.CATALOGUE ? Duties.objection(it, ground) : Optional.empty();
    }

    /** On each day on which something begins the rules fit together; if not, the row that breaks them is named. */
    private static void requireFit(Ground ground, RuleBook after, List<Line> fresh) {
        Set<LocalDate> days = new TreeSet<>(Set.of(ground.today()));
        after.versions().forEach(it -> days.add(it.validFrom()));
        days.removeIf(day -> day.isBefore(ground.today()));
        Optional<String> wrong = objection(after, days);
        if (wrong.isEmpty()) {
            return;
        }
        Faults faults = new Faults();
        faults.add(breaker(ground.book(), days, fresh), wrong.get());
        faults.refuse();
    }

    /** The first row with which the rules do not fit together any more, by halves; they may need later rows to do so. */
    private static int breaker(RuleBook book, Set<LocalDate> days, List<Line> fresh) {
        int good = 0;
        int bad = fresh.size();
        while (bad - good > 1) {
            int middle = (good + bad) / 2;
            List<RuleVersion> part =
                    fresh.subList(0, middle).stream().map(Line::version).toList();
            if (objection(book.with(joined(book, part)), days).isEmpty()) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return fresh.get(bad - 1).number();
    }

    private static List<RuleVersion> joined(RuleBook book, List<RuleVersion> fresh) {
        List<RuleVersion> versions = new ArrayList<>(book.versions());
        versions.addAll(fresh);
        return versions;
    }

    private static Optional<String> objection(RuleBook book, Collection<LocalDate> days) {
        try {
            days.forEach(book::on);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
