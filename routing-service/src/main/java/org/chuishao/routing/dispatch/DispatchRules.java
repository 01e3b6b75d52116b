package org.chuishao.routing.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.chuishao.routing.catalogue.Conflict;
import org.chuishao.routing.catalogue.Entry;
import org.chuishao.routing.catalogue.Rules;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.classify.Assessment;

/** Whom a ticket goes to by itself, and when a dispatcher has to decide. */
final class DispatchRules {

    private static final String POLICE = "PUBLIC_SECURITY";

    private final Rules rules;
    private final Predicate<String> unitExists;

    DispatchRules(Rules rules, Predicate<String> unitExists) {
        this.rules = rules;
        this.unitExists = unitExists;
    }

    /** Danger to life is never held; then come the matters that a person decides, then the catalogue. */
    Outcome decide(Matter matter) {
        Assessment found = matter.assessment();
        UnitPattern place = new UnitPattern(found.region(), unitExists);
        if (found.severity() == Severity.CRITICAL) {
            return atOnce(matter, place);
        }
        if (matter.kind() == Kind.REPORT) {
            return new Outcome.Queue("举报件由派单员派单 / a report is dispatched by a person");
        }
        if (matter.secret()) {
            return new Outcome.Queue("保密件由派单员派单 / a secret ticket is dispatched by a person");
        }
        if (found.safety()) {
            return new Outcome.Queue("涉险件由派单员派单 / a safety matter is dispatched by a person");
        }
        if (found.counselled().personAsked()) {
            return new Outcome.Queue("模型没有把握，由派单员确认 / the model is not sure; a person chooses");
        }
        return byCatalogue(matter, place);
    }

    private Outcome byCatalogue(Matter matter, UnitPattern place) {
        Assessment found = matter.assessment();
        Optional<Entry> entry = entry(matter, found.clear() ? found.category() : Category.OTHER);
        if (entry.isEmpty()) {
            return new Outcome.Queue("派单目录无此事项 / not in the dispatch catalogue");
        }
        if (!entry.get().byItself()) {
            return new Outcome.Queue("该事项由派单员派单 / the catalogue leaves this to a person");
        }
        return withoutConflict(
                matter,
                place,
                dispatch(found, entry.get(), place.notBelow(entry.get().level())));
    }

    private static Outcome dispatch(Assessment found, Entry entry, UnitPattern place) {
        Optional<String> lead = place.unitOrNext(entry.lead());
        if (lead.isEmpty()) {
            return new Outcome.Queue(
                    place.countyKnown() ? "无承办单位 / there is no such unit" : "区县不明 / the county is not known");
        }
        Set<String> others = new LinkedHashSet<>(List.of(lead.get()));
        List<String> assisting = fresh(others, entry.assisting(), place);
        List<String> copies = fresh(others, entry.copies(), place);
        return new Outcome.Dispatch(lead.get(), assisting, copies, basis(found, entry));
    }

    /** Nobody gets a complaint about himself: not as lead, nor to help, nor to read. */
    private static Outcome withoutConflict(Matter matter, UnitPattern place, Outcome outcome) {
        Conflict conflict = matter.conflict();
        if (conflict == null || !(outcome instanceof Outcome.Dispatch it)) {
            return outcome;
        }
        boolean own = conflict.concerns(it.lead());
        Optional<String> lead = own
                ? place.unitOrNext(conflict.instead()).filter(unit -> !conflict.concerns(unit))
                : Optional.of(it.lead());
        if (lead.isEmpty()) {
            return new Outcome.Queue("利益回避，由派单员派单 / who would have it is complained of");
        }
        Predicate<String> mayHave = unit -> !conflict.concerns(unit) && !unit.equals(lead.get());
        return new Outcome.Dispatch(
                lead.get(),
                it.assisting().stream().filter(mayHave).toList(),
                it.copies().stream().filter(mayHave).toList(),
                own ? conflict.basis() : it.basis());
    }

    private static String basis(Assessment found, Entry entry) {
        return found.clear() ? entry.basis() : "事项不明 / the matter is not clear; " + entry.basis();
    }

    /** The desk of the smallest known region goes first; the line's crew comes to its aid. */
    private Outcome atOnce(Matter matter, UnitPattern place) {
        String category = matter.assessment().category();
        Optional<String> line = rules.taxonomy().category(category).map(Category::line);
        Optional<String> lead =
                place.territory().or(() -> line.flatMap(place::bureau)).or(() -> place.bureau(POLICE));
        if (lead.isEmpty()) {
            return new Outcome.Queue("特急件找不到值班单位 / critical, and there is no desk to go to");
        }
        Set<String> others = new LinkedHashSet<>(List.of(lead.get()));
        List<String> crew = line.isEmpty()
                ? List.of()
                : fresh(
                        others,
                        entry(matter, category).map(Entry::lead).stream().toList(),
                        place);
        return new Outcome.Dispatch(
                lead.get(), crew, List.of(), "特急件直达最小属地值班台 / danger to life: the desk of the smallest known region");
    }

    private Optional<Entry> entry(Matter matter, String category) {
        return rules.catalogue().find(category, matter.assessment().region(), matter.day());
    }

    /** Units of the patterns that have no part yet. */
    private static List<String> fresh(Set<String> known, List<String> patterns, UnitPattern place) {
        List<String> units = new ArrayList<>();
        for (String pattern : patterns) {
            place.unit(pattern).filter(known::add).ifPresent(units::add);
        }
        return units;
    }
}
