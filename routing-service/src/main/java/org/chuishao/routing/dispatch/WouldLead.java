package org.chuishao.routing.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.reference.Units;
import org.chuishao.routing.catalogue.Rules;
import org.chuishao.routing.classify.Assessment;
import org.jspecify.annotations.Nullable;

/** Who would lead an everyday ticket by the rules alone. */
@ApplicationScoped
public class WouldLead {

    private final Units units;

    WouldLead(Units units) {
        this.units = units;
    }

    /** @return null where a dispatcher would decide */
    public @Nullable String lead(Rules rules, String category, String region, LocalDate day) {
        Assessment known = new Assessment(Severity.ORDINARY, category, 1, true, false, "none", region, List.of());
        Outcome outcome = new DispatchRules(rules, unit -> units.find(unit).isPresent())
                .decide(new Matter(known, null, false, day));
        return outcome instanceof Outcome.Dispatch dispatch ? dispatch.lead() : null;
    }
}
