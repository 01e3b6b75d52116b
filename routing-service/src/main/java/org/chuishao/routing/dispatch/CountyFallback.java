package org.chuishao.routing.dispatch;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;

/**
 * What becomes of a ticket that nobody dispatched in time (区县兜底): what is urgent goes to the county at once, which holds
 * what is not clear; all else stays before the dispatcher, and those above him are told. Danger to life goes whatever the
 * ticket; a report, a secret ticket, a safety matter and what the catalogue leaves to a person is never dispatched by
 * itself.
 */
final class CountyFallback {

    private CountyFallback() {}

    /**
     * A ticket whose dispatch is overdue.
     *
     * @param byItself the catalogue lets its matter be dispatched without a person
     * @param gaveBack units that were right to give it back
     */
    record Overdue(
            Severity severity,
            String region,
            Kind kind,
            boolean secret,
            boolean safety,
            boolean byItself,
            Set<String> gaveBack) {

        private boolean byAPerson() {
            return kind == Kind.REPORT || secret || safety || !byItself;
        }
    }

    /** The county's unit; empty where it stays in the queue, or no county is known. */
    static Optional<String> lead(Overdue it, Predicate<String> unitExists) {
        boolean goes = it.severity() == Severity.CRITICAL || (it.severity() == Severity.URGENT && !it.byAPerson());
        UnitPattern place = new UnitPattern(
                it.region(), unit -> unitExists.test(unit) && !it.gaveBack().contains(unit));
        return goes ? place.unit("U-TERR-{county}") : Optional.empty();
    }
}
