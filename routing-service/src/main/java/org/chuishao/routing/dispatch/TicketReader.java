package org.chuishao.routing.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.routing.classify.Advised;
import org.chuishao.routing.classify.Assessor.Words;
import org.chuishao.routing.dispatch.Router.Opened;

/** Hears of tickets to be dispatched and dispatches them, or puts them before a dispatcher. */
@ApplicationScoped
class TicketReader implements LogEffect {

    private final Router router;
    private final AskCounsel counsel;
    private final DispatchClock clock;

    TicketReader(Router router, AskCounsel counsel, DispatchClock clock) {
        this.router = router;
        this.counsel = counsel;
        this.clock = clock;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        if (!router.ready()) {
            // passes: the log waits until the regions and units are there
            return Uni.createFrom().failure(new TimeoutException("regions and units are not read yet"));
        }
        Collection<TicketNews> tickets = TicketNews.of(events);
        List<TicketNews> toDecide =
                tickets.stream().filter(TicketNews::toBeAssessed).toList();
        Briefs briefs = new Briefs(transaction.sql());
        return briefs.keep(events)
                .chain(() -> briefs.supplement(events))
                .chain(() -> briefs.follow(tickets))
                .chain(() ->
                        briefs.load(toDecide.stream().map(TicketNews::ticket).toList()))
                .map(found -> open(toDecide, found))
                .chain(opened -> counsel.about(words(opened)).map(advice -> assess(opened, advice, transaction.now())))
                .chain(assessed -> write(transaction, tickets, events, assessed));
    }

    /** For a dispatcher, unless the rules have sent it out as a danger to life. */
    private static List<TicketNews> cameBack(Collection<TicketNews> tickets, List<Decided> decided) {
        Set<UUID> out = decided.stream().map(it -> it.cause().event().ticket()).collect(Collectors.toSet());
        return tickets.stream()
                .filter(news -> news.need() == Need.QUEUE && !out.contains(news.ticket()))
                .toList();
    }

    /** What was made of a ticket's words, and what they were looked at for. */
    private record Assessed(TicketNews news, Decided found) {

        /** What is only looked at goes out if it is a danger to life, and waits where it stands if not. */
        boolean decides() {
            return switch (news.need()) {
                case DECIDE -> true;
                case LOOK, QUEUE -> found.assessment().severity() == Severity.CRITICAL;
                case NONE, HEED -> false;
            };
        }

        /** The units that have it hear only that it is graver. */
        boolean raises() {
            return news.need() == Need.HEED && found.graver();
        }
    }

    private List<Opened> open(List<TicketNews> tickets, Map<UUID, Brief> briefs) {
        List<Opened> opened = new ArrayList<>(tickets.size());
        for (TicketNews news : tickets) {
            Brief brief = briefs.get(news.ticket());
            if (brief == null) {
                throw new IllegalStateException("nothing is known of what ticket " + news.ticket() + " says");
            }
            opened.add(router.open(news, brief));
        }
        return opened;
    }

    private static Map<UUID, Words> words(List<Opened> tickets) {
        return tickets.stream().filter(Opened::mayBeAsked).collect(Collectors.toMap(Opened::ticket, Opened::words));
    }

    private List<Assessed> assess(List<Opened> tickets, Map<UUID, Advised> advice, Instant now) {
        return tickets.stream()
                .map(it -> new Assessed(it.news(), router.decide(it, advice.get(it.ticket()), now)))
                .toList();
    }

    /** One that left and is back stands there anew: nobody has it in hand, and it waits from now. */
    private static List<UUID> leaving(
            Collection<TicketNews> tickets, List<Decided> decided, List<TicketNews> cameBack) {
        Set<UUID> anew = decided.stream().map(it -> it.cause().event().ticket()).collect(Collectors.toSet());
        cameBack.forEach(news -> anew.add(news.ticket()));
        return tickets.stream()
                .filter(news -> news.leftQueue() || (news.left() && anew.contains(news.ticket())))
                .map(TicketNews::ticket)
                .toList();
    }

    private static List<Decided> toldMore(List<Assessed> assessed) {
        return assessed.stream()
                .filter(it -> it.news().need() == Need.LOOK
                        && !it.decides()
                        && it.news().after().state() == State.PENDING_DISPATCH)
                .map(Assessed::found)
                .toList();
    }

    private static List<Draft> drafts(List<Assessed> assessed) {
        List<Draft> drafts = new ArrayList<>();
        for (Assessed it : assessed) {
            if (it.decides()) {
                drafts.addAll(it.found().drafts());
            } else if (it.raises()) {
                drafts.add(it.found().classified());
            }
        }
        return drafts;
    }

    private Uni<Void> write(
            ReaderTransaction transaction,
            Collection<TicketNews> tickets,
            List<ReadEvent> events,
            List<Assessed> assessed) {
        List<Decided> decided =
                assessed.stream().filter(Assessed::decides).map(Assessed::found).toList();
        DecisionWriter writer = new DecisionWriter(transaction);
        QueueWriter queue = new QueueWriter(transaction);
        List<TicketNews> cameBack = cameBack(tickets, decided);
        List<Decided> lookedAt = assessed.stream().map(Assessed::found).toList();
        return transaction
                .append(drafts(assessed))
                .chain(() -> writer.decisions(decided))
                .chain(() -> writer.said(decided))
                .chain(() -> writer.safety(lookedAt))
                .chain(() -> writer.conflicts(lookedAt))
                .chain(() -> writer.late(events))
                .chain(() -> queue.unqueue(leaving(tickets, decided, cameBack)))
                .chain(() -> queue.queue(decided, cameBack))
                .chain(() -> queue.toldMore(toldMore(assessed)))
                .chain(() -> clock.follow(transaction, events, decided, cameBack));
    }
}
