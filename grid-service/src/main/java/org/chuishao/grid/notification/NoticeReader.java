package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.grid.notification.Clocks.OfPart;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineApproaching;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Writes down who has to be told of what was read, with the reading; {@link Sender} tells them. */
@ApplicationScoped
class NoticeReader implements LogEffect {

    private final Notifications notifications;

    NoticeReader(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<ReadEvent> news = TicketNotices.news(events, transaction.now());
        List<Notice> notices = TicketNotices.in(news, events);
        List<ReadEvent> approaching = TicketNotices.approaching(news);
        return clocks(transaction, notices, approaching)
                .map(clocks -> with(clocks, notices, approaching))
                .chain(all -> Whistled.of(transaction, TicketNotices.whistles(news))
                        .map(whistled ->
                                Stream.concat(all.stream(), whistled.stream()).toList()))
                .chain(all -> CalledOff.of(transaction, TicketNotices.recent(events, transaction.now()))
                        .map(off -> Stream.concat(all.stream(), off.stream()).toList()))
                .chain(all -> notifications.begin(transaction, all));
    }

    private static Uni<Clocks> clocks(
            ReaderTransaction transaction, List<Notice> notices, List<ReadEvent> approaching) {
        UUID[] assigned = notices.stream()
                .filter(it -> it.matter() == Matter.ASSIGNED)
                .map(Notice::assignment)
                .filter(Objects::nonNull)
                .toArray(UUID[]::new);
        UUID[] yellow = approaching.stream().map(NoticeReader::clock).toArray(UUID[]::new);
        return Clocks.of(transaction, assigned, yellow);
    }

    private static List<Notice> with(Clocks clocks, List<Notice> notices, List<ReadEvent> approaching) {
        List<Notice> all = new ArrayList<>();
        notices.forEach(it -> all.add(toSign(it, clocks)));
        for (ReadEvent read : approaching) {
            clocks.part(clock(read)).ifPresent(part -> all.add(yellow(read, part)));
        }
        all.addAll(all.stream()
                .filter(Notice::besideItsDesk)
                .map(Notice::forTheDesk)
                .toList());
        return all;
    }

    private static Notice toSign(Notice notice, Clocks clocks) {
        UUID part = notice.matter() == Matter.ASSIGNED ? notice.assignment() : null;
        return part == null ? notice : notice.owed(null, null, Act.SIGN.name(), clocks.toSign(part));
    }

    private static UUID clock(ReadEvent read) {
        return ((DeadlineApproaching) read.event().data()).deadline();
    }

    private static Notice yellow(ReadEvent read, OfPart part) {
        DeadlineApproaching it = (DeadlineApproaching) read.event().data();
        return TicketNotices.notice(
                        read, Matter.APPROACHING, part.region(), part.unit(), part.worker(), part.grid(), part.role())
                .owed(part.call(), it.deadline(), it.act(), it.dueAt());
    }
}
