package org.chuishao.grid.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentReassigned;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineApproaching;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.MediationEvent;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.event.WhistleEvent;
import org.chuishao.mesh.event.WhistleEvent.WhistleBlown;
import org.chuishao.mesh.event.WhistleEvent.WhistleConfirmed;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/** What a batch of the log has to be told of, as far as the events themselves say it. */
final class TicketNotices {

    /** When a log is read anew nobody is told of what is long past. */
    private static final Duration NEWS = Duration.ofDays(1);

    private static final String OF_WHISTLES = "WHISTLE_";

    private TicketNotices() {}

    /** Grid's own events that count, and that are news. */
    static List<ReadEvent> news(List<ReadEvent> events, Instant now) {
        return recent(events, now).stream()
                .filter(it -> it.event().source() == Source.GRID)
                .toList();
    }

    /** Events that count, and that are news. */
    static List<ReadEvent> recent(List<ReadEvent> events, Instant now) {
        return events.stream()
                .filter(it -> it.applied() && it.event().at().isAfter(now.minus(NEWS)))
                .toList();
    }

    /**
     * Assignments, escalations and supervision, without what went on, was over or went into other hands in the same batch:
     * nobody is told to sign what he has signed.
     */
    static List<Notice> in(List<ReadEvent> news, List<ReadEvent> events) {
        Map<UUID, TicketState> last = new HashMap<>();
        events.forEach(read -> last.put(read.event().ticket(), read.after()));
        List<Notice> notices = new ArrayList<>();
        for (ReadEvent read : news) {
            TicketState ticket = Objects.requireNonNull(last.get(read.event().ticket()));
            of(read).filter(it -> stillToTell(it, read.event().data(), ticket)).ifPresent(notices::add);
        }
        return notices;
    }

    private static boolean stillToTell(Notice notice, EventData data, TicketState ticket) {
        return (!settled(ticket) || lasting(data))
                && (notice.matter() != Matter.ASSIGNED || stillHis(notice, data, ticket));
    }

    /** Whoever was given it from another has to know, signed or not. */
    private static boolean stillHis(Notice notice, EventData data, TicketState ticket) {
        AssignmentState part =
                notice.assignment() == null ? null : ticket.assignments().get(notice.assignment());
        return part == null
                || Objects.equals(part.worker(), notice.holder())
                        && (data instanceof AssignmentReassigned || part.phase() == Phase.PENDING_SIGN);
    }

    /**
     * What a whistle's clocks say counts until it is closed, wherever its ticket has come to; and an agreement is revisited
     * (调解回访) when the ticket is closed as a rule.
     */
    private static boolean lasting(EventData data) {
        return data instanceof DeadlineApproaching light
                        && (light.act().startsWith(OF_WHISTLES) || light.act().equals(Act.MEDIATION_REVISIT.name()))
                || data instanceof TicketEscalated up
                        && (up.cause().startsWith(OF_WHISTLES) || up.cause().equals(MediationEvent.NOT_REVISITED))
                || data instanceof TicketSupervised up && up.cause().startsWith(OF_WHISTLES);
    }

    private static Optional<Notice> of(ReadEvent read) {
        String place = read.after().region();
        if (read.event().data() instanceof AssignmentCreated it) {
            return Optional.of(
                    notice(read, Matter.ASSIGNED, it.region(), it.unit(), it.worker(), it.grid(), it.role()));
        }
        if (read.event().data() instanceof AssignmentReassigned it) {
            AssignmentState part = read.after().assignments().get(read.event().assignment());
            return Optional.ofNullable(part)
                    .map(now -> notice(
                            read,
                            Matter.ASSIGNED,
                            it.grid() == null ? place : it.grid(),
                            now.unit(),
                            it.worker(),
                            it.grid(),
                            it.role()));
        }
        if (read.event().data() instanceof TicketEscalated it) {
            return Optional.of(notice(read, Matter.ESCALATED, place, it.to(), null, null, null));
        }
        if (read.event().data() instanceof TicketSupervised it) {
            return Optional.of(notice(read, Matter.SUPERVISED, place, it.unit(), null, null, null));
        }
        return Optional.empty();
    }

    /** Yellow lights, by the clock that tells whose they are. */
    static List<ReadEvent> approaching(List<ReadEvent> news) {
        return news.stream()
                .filter(it -> it.event().data() instanceof DeadlineApproaching light
                        && (!settled(it.after()) || lasting(light)))
                .toList();
    }

    /** Whistles that sound, or may sound since they were confirmed. */
    static List<ReadEvent> whistles(List<ReadEvent> news) {
        return news.stream()
                .filter(it -> it.event().data() instanceof WhistleBlown
                        || it.event().data() instanceof WhistleConfirmed said && said.confirmed())
                .toList();
    }

    static UUID whistle(ReadEvent read) {
        return ((WhistleEvent) read.event().data()).whistle();
    }

    static Notice notice(
            ReadEvent read,
            Matter matter,
            String region,
            String desk,
            @Nullable String holder,
            @Nullable String grid,
            @Nullable String role) {
        TicketState ticket = read.after();
        UUID about = read.event().assignment();
        return new Notice(
                read.event().id(),
                matter,
                read.event().ticket(),
                about != null && ticket.assignments().containsKey(about) ? about : null,
                null,
                null,
                ticket.number(),
                ticket.category(),
                severity(ticket),
                region,
                null,
                null,
                desk,
                holder,
                grid,
                role);
    }

    static Severity severity(TicketState ticket) {
        return ticket.severity() == null ? Severity.ORDINARY : ticket.severity();
    }

    private static boolean settled(TicketState ticket) {
        return ticket.state() == State.MERGED || ticket.state().settled();
    }
}
