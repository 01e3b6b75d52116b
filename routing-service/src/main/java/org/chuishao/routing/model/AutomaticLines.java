package org.chuishao.routing.model;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Line;
import org.chuishao.routing.learn.Outcome;
import org.chuishao.routing.model.InUse.Kept;
import org.chuishao.routing.model.LineSwitches.Switch;
import org.jspecify.annotations.Nullable;

/** The lines as whoever gives them to the model sees them. */
@ApplicationScoped
class AutomaticLines {

    private final LineSwitches switches;
    private final Models models;
    private final CurrentRules rules;

    AutomaticLines(LineSwitches switches, Models models, CurrentRules rules) {
        this.switches = switches;
        this.models = models;
        this.rules = rules;
    }

    Uni<List<AutomaticLine>> all() {
        Kept active = models.inUse().active();
        Uni<List<Outcome>> outcomes = active == null ? Uni.createFrom().item(List.of()) : models.outcomes(active);
        return switches.all()
                .chain(given -> outcomes.map(confirmed -> Stream.concat(
                                rules.get().taxonomy().lines().stream().map(Line::code), Stream.of(Category.TERRITORY))
                        .map(line -> line(line, given, confirmed))
                        .toList()));
    }

    /** Null where there is no such line. */
    Uni<@Nullable AutomaticLine> one(String line) {
        return all().map(lines ->
                lines.stream().filter(it -> it.line().equals(line)).findFirst().orElse(null));
    }

    private AutomaticLine line(String line, Map<String, Switch> given, List<Outcome> confirmed) {
        Switch last = given.get(line);
        double threshold = models.inUse().thresholds().of(line);
        List<Outcome> its = confirmed.stream()
                .filter(it -> models.lineOf(it.label()).equals(line))
                .toList();
        return new AutomaticLine(
                line,
                last != null && last.enabled(),
                last == null ? null : last.at(),
                last == null ? null : last.actor(),
                last == null ? null : last.reason(),
                Double.isInfinite(threshold) ? null : threshold,
                its.size(),
                (int) its.stream().filter(Outcome::right).count());
    }
}
