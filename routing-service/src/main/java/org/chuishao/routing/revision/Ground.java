package org.chuishao.routing.revision;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.routing.catalogue.RuleBook;
import org.chuishao.routing.catalogue.Rules;
import org.jspecify.annotations.Nullable;

/** What a change is held against: the rules, the day, who asks, and the units that there are. */
final class Ground {

    private final RuleBook book;
    private final LocalDate today;
    private final Scope scope;
    private final Function<String, @Nullable Unit> units;
    private final Map<LocalDate, Rules> known = new HashMap<>();

    /** @param units a unit by its id, null where there is none */
    Ground(RuleBook book, LocalDate today, Scope scope, Function<String, @Nullable Unit> units) {
        this.book = book;
        this.today = today;
        this.scope = scope;
        this.units = units;
    }

    RuleBook book() {
        return book;
    }

    LocalDate today() {
        return today;
    }

    Scope scope() {
        return scope;
    }

    @Nullable
    Unit unit(String id) {
        return units.apply(id);
    }

    Rules rules(LocalDate day) {
        return known.computeIfAbsent(day, book::on);
    }
}
