package org.chuishao.routing.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Hears of tickets to be dispatched and dispatches them, or puts them before a dispatcher. */
@ApplicationScoped
class TicketReader implements LogEffect {

    private final Router router;

    TicketReader(Router router) {
        this.router = router;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        if (!router.ready()) {
            // passes: the log waits until the regions and units are there
            return Uni.createFrom().failure(new TimeoutException("regions and units are not read yet"));
        }
        Collection<TicketNews> tickets = TicketNews.of(events);
        List<TicketNews> toDecide = with(tickets, Need.DECIDE, Need.LOOK);
        Briefs briefs = new Briefs(transaction.sql());
        return briefs.keep(events)
                .chain(() -> briefs.supplement(events))
                .chain(() -> briefs.follow(tickets))
                .chain(() ->
                        briefs.load(toDecide.stream().map(TicketNews::ticket).toList()))
                .map(found -> decide(toDecide, found, transaction.now()))
                .chain(decided -> write(transaction, tickets, events, decided));
    }

    private static List<TicketNews> with(Collection<TicketNews> tickets, Need... needs) {
        return tickets.stream()
                .filter(news -> List.of(needs).contains(news.need()))
                .toList();
    }

    private List<Decided> decide(List<TicketNews> tickets, Map<UUID, Brief> briefs, Instant now) {
        List<Decided> decided = new ArrayList<>(tickets.size());
        for (TicketNews news : tickets) {
            Brief brief = briefs.get(news.ticket());
            if (brief == null) {
                throw new IllegalStateException("nothing is known of what ticket " + news.ticket() + " says");
            }
            Decided it = router.decide(news, brief, now);
            // what is only looked at goes out if it is a danger to life, and waits for its acceptance if not
            if (news.need() == Need.DECIDE || it.assessment().severity() == Severity.CRITICAL) {
                decided.add(it);
            }
        }
        return decided;
    }

    private static Uni<Void> write(
            ReaderTransaction transaction,
            Collection<TicketNews> tickets,
            List<ReadEvent> events,
            List<Decided> decided) {
        DecisionWriter writer = new DecisionWriter(transaction);
        return transaction
                .append(decided.stream().flatMap(it -> it.drafts().stream()).toList())
                .chain(() -> writer.decisions(decided))
                .chain(() -> writer.late(events))
                .chain(() -> writer.unqueue(tickets.stream()
                        .filter(TicketNews::leftQueue)
                        .map(TicketNews::ticket)
                        .toList()))
                .chain(() -> writer.queue(decided, with(tickets, Need.QUEUE)));
    }
}
