package org.chuishao.routing.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.Units;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Taxonomy;
import org.jspecify.annotations.Nullable;

/** What a dispatcher or a conference chose, held against the units, regions and categories that there are. */
@ApplicationScoped
public class DispatchChoice {

    static final String LEAD = "leadUnit";

    private static final String COMPLAINED_OF = "is complained of";

    private final Units units;
    private final Regions regions;
    private final CurrentRules rules;
    private final CurrentScope scope;

    DispatchChoice(Units units, Regions regions, CurrentRules rules, CurrentScope scope) {
        this.units = units;
        this.regions = regions;
        this.rules = rules;
        this.scope = scope;
    }

    /** What the ticket is dispatched as: found before, or the dispatcher's own. */
    record Chosen(String region, String category, Severity severity) {}

    /** @throws Problem 400 naming each code that is none, or is there twice; 503 while the copies are incomplete */
    void requireKnown(DispatchRequest request) {
        List<FieldError> errors = unknown(request.leadUnit(), request.assisting(), request.region());
        if (request.category() != null
                && taxonomy().category(request.category()).isEmpty()) {
            errors.add(new FieldError("category", "is not a known category"));
        }
        refuse(errors);
    }

    /**
     * For a conference's word, which stands above the lines.
     *
     * @throws Problem 400 naming each code that is none, is there twice or does not serve the region; 503 while the copies
     *     are incomplete
     */
    public void requireServing(String lead, List<String> assisting, String region) {
        refuse(unknown(lead, assisting, region));
        UnitFit fit = new UnitFit(region, null);
        refuse(unfit(fit, fit.againstPart(unit(lead, LEAD)), assisting));
    }

    /** @throws Problem 400 where it is no duty desk of the territory around the place; 503 while the copies are incomplete */
    public void requireDesk(String unit, String region) {
        new UnitFit(region, null).againstDesk(units.require(unit, "unit")).ifPresent(why -> {
            throw Problem.invalid("unit", why);
        });
    }

    private List<FieldError> unknown(String lead, List<String> assisting, @Nullable String region) {
        List<FieldError> errors = new ArrayList<>();
        known(errors, () -> units.require(lead, LEAD));
        for (int i = 0; i < assisting.size(); i++) {
            String unit = assisting.get(i);
            String field = assisting(i);
            if (unit.equals(lead) || assisting.indexOf(unit) < i) {
                errors.add(new FieldError(field, "has a part already"));
            } else {
                known(errors, () -> units.require(unit, field));
            }
        }
        if (region != null) {
            known(errors, () -> regions.require(region, "region"));
            if (!scope.get().covers(region, List.of(), null)) {
                errors.add(new FieldError("region", "is not within the scope"));
            }
        }
        return errors;
    }

    /** @throws Problem 400 naming each unit that does not serve what the ticket is dispatched as, or that it is about */
    Chosen choose(DispatchRequest request, RoutedTicket routed, TicketState ticket) {
        refuse(complainedOf(request, routed.conflict));
        Severity severity = Optional.ofNullable(request.severity()).orElse(ticket.severity());
        String category = Optional.ofNullable(request.category()).orElse(ticket.category());
        Chosen chosen = new Chosen(
                Optional.ofNullable(request.region()).orElse(ticket.region()),
                category == null ? Category.OTHER : category,
                severity == null ? Severity.ORDINARY : severity);
        requireFit(request, chosen);
        refuse(GivenBack.errors(request, ticket));
        return chosen;
    }

    private static List<FieldError> complainedOf(DispatchRequest request, @Nullable String conflict) {
        List<FieldError> errors = new ArrayList<>();
        if (conflict != null && request.leadUnit().startsWith(conflict)) {
            errors.add(new FieldError(LEAD, COMPLAINED_OF));
        }
        for (int i = 0; i < request.assisting().size(); i++) {
            if (conflict != null && request.assisting().get(i).startsWith(conflict)) {
                errors.add(new FieldError(assisting(i), COMPLAINED_OF));
            }
        }
        return errors;
    }

    private void requireFit(DispatchRequest request, Chosen chosen) {
        String line = taxonomy().category(chosen.category()).map(Category::line).orElse(null);
        UnitFit fit = new UnitFit(chosen.region(), line);
        refuse(unfit(fit, fit.againstLead(unit(request.leadUnit(), LEAD)), request.assisting()));
    }

    private List<FieldError> unfit(UnitFit fit, Optional<String> againstLead, List<String> assisting) {
        List<FieldError> errors = new ArrayList<>();
        againstLead.ifPresent(why -> errors.add(new FieldError(LEAD, why)));
        for (int i = 0; i < assisting.size(); i++) {
            String field = assisting(i);
            fit.againstPart(unit(assisting.get(i), field)).ifPresent(why -> errors.add(new FieldError(field, why)));
        }
        return errors;
    }

    private Unit unit(String id, String field) {
        return units.require(id, field);
    }

    private Taxonomy taxonomy() {
        return rules.get().taxonomy();
    }

    static String assisting(int index) {
        return "assistingUnits[" + index + ']';
    }

    /** All wrong fields are named at once; that the copies are incomplete is said at once. */
    private static void known(List<FieldError> errors, Runnable check) {
        try {
            check.run();
        } catch (Problem problem) {
            if (problem.errors().isEmpty()) {
                throw problem;
            }
            errors.addAll(problem.errors());
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
