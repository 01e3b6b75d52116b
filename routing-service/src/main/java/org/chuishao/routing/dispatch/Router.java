package org.chuishao.routing.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.reference.Units;
import org.chuishao.routing.catalogue.Conflict;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.classify.Assessment;
import org.chuishao.routing.classify.Assessor.Words;
import org.chuishao.routing.classify.Assessors;

/** Decides one ticket: opens its words in memory, assesses them and asks the rules. */
@ApplicationScoped
class Router {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Sealer sealer;
    private final Assessors assessors;
    private final CurrentRules rules;
    private final Units units;

    Router(Sealer sealer, Assessors assessors, CurrentRules rules, Units units) {
        this.sealer = sealer;
        this.assessors = assessors;
        this.rules = rules;
        this.units = units;
    }

    boolean ready() {
        return assessors.ready();
    }

    /** Throws if the words cannot be opened: the ticket is parked rather than dispatched blindly. */
    Decided decide(TicketNews news, Brief brief, Instant now) {
        TicketState ticket = news.after();
        Words words = words(brief, ticket);
        Assessment assessment = assessors.get().assess(words).atLeast(ticket.severity());
        Conflict conflict = rules.get()
                .conflict(assessment.category(), ticket.kind(), words.title() + '\n' + words.content())
                .orElse(null);
        Matter matter = new Matter(
                assessment, ticket.kind(), ticket.secret(), now.atZone(CHINA).toLocalDate(), conflict);
        Set<String> gaveBack = GivenBack.units(ticket);
        Outcome outcome = new DispatchRules(
                        rules.get(), unit -> units.find(unit).isPresent() && !gaveBack.contains(unit))
                .decide(matter);
        return new Decided(news.last(), assessment, outcome, conflict);
    }

    private Words words(Brief brief, TicketState ticket) {
        StringBuilder content = new StringBuilder();
        for (Sealed part : brief.content()) {
            content.append(content.isEmpty() ? "" : "\n").append(sealer.open(part));
        }
        return new Words(
                sealer.open(brief.title()),
                content.toString(),
                brief.place() == null ? null : sealer.open(brief.place()),
                ticket.kind(),
                ticket.region(),
                brief.position(),
                // as the grid named it; once it is classified routing's own word stands there
                ticket.severity() == null ? ticket.category() : null);
    }
}
