package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.facts.FactFollower;
import org.chuishao.analytics.facts.TicketFact;
import org.chuishao.analytics.matter.Categories;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.life.Finding.Evidence;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * What one ticket alone is warned of, at once and without a window: danger to life (SAFETY), and that it was sent back to
 * be done again once too often (QUALITY).
 */
@ApplicationScoped
class ByOneTicket implements FactFollower {

    private static final int REWORKS = 2;

    /** The field of dangers to people: threats, self-harm, violence, somebody trapped. Other emergencies have their desks. */
    private static final String DANGERS = "SAFETY_HAZARD";

    private final Remember remember;

    ByOneTicket(Remember remember) {
        this.remember = remember;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<Change> changes) {
        return remember.remember(
                transaction,
                changes.stream().flatMap(change -> of(change).stream()).toList());
    }

    static List<Finding> of(Change change) {
        TicketFact fact = change.after();
        List<Finding> findings = new ArrayList<>();
        change.events().stream()
                .filter(ByOneTicket::isDanger)
                .findFirst()
                .ifPresent(read -> findings.add(finding(WarningRule.SAFETY, WarningLevel.RED, fact, read)));
        if (change.before().now().reworks() < REWORKS && fact.now().reworks() >= REWORKS) {
            findings.add(finding(
                    WarningRule.QUALITY,
                    WarningLevel.ORANGE,
                    fact,
                    change.events().get(change.events().size() - 1)));
        }
        return findings;
    }

    private static boolean isDanger(ReadEvent read) {
        return read.event().data() instanceof TicketClassified it
                && it.severity() == Severity.CRITICAL
                && Categories.within(it.category(), DANGERS);
    }

    private static Finding finding(WarningRule rule, WarningLevel level, TicketFact fact, ReadEvent read) {
        UUID ticket = fact.ticket();
        return new Finding(
                rule,
                level,
                ticket.toString(),
                fact.now().region(),
                fact.now().category(),
                null,
                ticket,
                read.event().at(),
                List.of(new Evidence(ticket, read.event().at(), fact.now().region())),
                1);
    }
}
