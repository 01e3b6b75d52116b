package org.chuishao.routing.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.reference.Units;
import org.chuishao.routing.catalogue.Conflict;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.classify.Advised;
import org.chuishao.routing.classify.Assessment;
import org.chuishao.routing.classify.Assessor.Words;
import org.chuishao.routing.classify.Assessors;
import org.jspecify.annotations.Nullable;

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

    /** A ticket whose words are open in memory. */
    record Opened(TicketNews news, Words words) {

        UUID ticket() {
            return news.ticket();
        }

        /** Reports and secret tickets are not a model's, nor what is known to be a danger to life. */
        boolean mayBeAsked() {
            TicketState ticket = news.after();
            return ticket.kind() != Kind.REPORT && !ticket.secret() && ticket.severity() != Severity.CRITICAL;
        }
    }

    /** Throws if the words cannot be opened: the ticket is parked rather than dispatched blindly. */
    Opened open(TicketNews news, Brief brief) {
        return new Opened(news, words(brief, news.after()));
    }

    /** @param advised what models made of the words, if any were asked */
    Decided decide(Opened opened, @Nullable Advised advised, Instant now) {
        TicketNews news = opened.news();
        TicketState ticket = news.after();
        Words words = opened.words();
        Assessment assessment = assessors.get().assess(words, advised).atLeast(ticket.severity());
        Conflict conflict = conflict(assessment, ticket, words.title() + '\n' + words.content());
        Matter matter = new Matter(
                assessment, ticket.kind(), ticket.secret(), now.atZone(CHINA).toLocalDate(), conflict);
        Set<String> gaveBack = GivenBack.units(ticket);
        Outcome outcome = new DispatchRules(
                        rules.get(), unit -> units.find(unit).isPresent() && !gaveBack.contains(unit))
                .decide(matter);
        return new Decided(news.last(), assessment, outcome, conflict, advised == null ? null : advised.meaning());
    }

    /** Whoever is complained of by any reading of the words does not get it. */
    private @Nullable Conflict conflict(Assessment assessment, TicketState ticket, String words) {
        String byRules = assessment.counselled().byRules();
        return rules.get()
                .conflict(assessment.category(), ticket.kind(), words)
                .or(() -> byRules == null ? Optional.empty() : rules.get().conflict(byRules, ticket.kind(), words))
                .orElse(null);
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
                // as the grid or a warning named it; once it is classified routing's own word stands there
                ticket.severity() == null ? ticket.category() : null);
    }
}
