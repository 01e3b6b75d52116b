package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentReassigned;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.MediationEvent;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.event.WhistleEvent;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.sql.Columns;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is told any more of what he has taken on himself, or of what went on without him: who signs has seen it, whether a
 * receipt came or not. A whistle sounds on where its ticket is settled, so its messages stay; {@link MootWhistles} ends them.
 */
@ApplicationScoped
class MootReader implements LogEffect {

    private static final String MOOT = """
            update notification n set state = 'MOOT', next_at = null, ended_at = $4
            from unnest($1::uuid[], $2::uuid[], $3::text[], $5::text[]) as o (ticket_id, assignment, matter, holder)
            where n.ticket_id = o.ticket_id and n.next_at is not null and n.whistle_call is null
                and (o.assignment is null or n.assignment = o.assignment) and (o.matter is null or n.matter = o.matter)
                and (o.holder is null or n.holder = o.holder)
            """;

    /** Nobody is warned of what he has done. */
    private static final String DONE = """
            update notification n set state = 'MOOT', next_at = null, ended_at = $2
            from deadline d
            where n.ticket_id = any($1) and n.next_at is not null and n.clock = d.id and d.stopped_at is not null
            """;

    /** Lights that did not reach whoever had the part, and what they light still burns. */
    private static final String LIGHTS = """
            select distinct on (n.cause) n.*
            from unnest($1::uuid[], $2::text[]) as o (assignment, holder)
            join notification n on n.assignment = o.assignment and n.holder = o.holder
            join deadline d on d.id = n.clock and d.stopped_at is null
            where n.ticket_id = any($3) and n.matter = 'APPROACHING' and n.next_at is not null and n.whistle_call is null
            order by n.cause, n.step desc
            """;

    /** What is moot of a ticket; of all of it where nothing narrows it. */
    private record Moot(
            UUID ticket,
            @Nullable UUID assignment,
            @Nullable Matter matter,
            @Nullable String holder) {}

    private final Notifications notifications;

    MootReader(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Moot> moot = new ArrayList<>();
        events.stream().filter(ReadEvent::applied).forEach(read -> add(moot, read));
        OffsetDateTime now = transaction.now().atOffset(ZoneOffset.UTC);
        List<ReadEvent> moved = events.stream()
                .filter(it -> it.applied() && it.event().data() instanceof AssignmentReassigned)
                .toList();
        return lights(transaction, moved)
                .call(() -> moot.isEmpty() ? Uni.createFrom().voidItem() : end(transaction, moot, now))
                .call(() -> done(transaction, events, now))
                .chain(lights -> notifications.begin(transaction, lights));
    }

    /** The same, for whoever has the part now. */
    private static Uni<List<Notice>> lights(ReaderTransaction transaction, List<ReadEvent> moved) {
        if (moved.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<UUID, AssignmentReassigned> to = new HashMap<>();
        moved.forEach(it -> to.put(
                it.event().assignment(), (AssignmentReassigned) it.event().data()));
        Columns<ReadEvent> of = new Columns<>(moved);
        return transaction
                .sql()
                .preparedQuery(LIGHTS)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(of.ids(it -> it.event().assignment()))
                        .addArrayOfString(of.texts(MootReader::holderBefore))
                        .addArrayOfUUID(of.ids(it -> it.event().ticket())))
                .map(rows -> Rows.list(rows).stream()
                        .map(row -> Ended.of(row).notice())
                        .map(it -> it.heldBy(Objects.requireNonNull(to.get(it.assignment()))))
                        .toList());
    }

    private static @Nullable String holderBefore(ReadEvent read) {
        AssignmentState part = read.before().assignments().get(read.event().assignment());
        return part == null ? null : part.worker();
    }

    private static void add(List<Moot> moot, ReadEvent read) {
        UUID ticket = read.event().ticket();
        if (over(read.after()) && !over(read.before())) {
            moot.add(new Moot(ticket, null, null, null));
        }
        read.after().assignments().forEach((id, now) -> {
            AssignmentState then = read.before().assignments().get(id);
            if (then != null && then.worker() != null && !then.worker().equals(now.worker())) {
                moot.add(new Moot(ticket, id, null, then.worker()));
            }
            if (then != null && then.phase() != now.phase()) {
                boolean done = now.phase() == Phase.RESOLVED || now.phase() == Phase.ENDED;
                moot.add(new Moot(ticket, id, done ? null : Matter.ASSIGNED, null));
            }
        });
    }

    private static boolean over(TicketState ticket) {
        return ticket.state() == State.MERGED || ticket.state().settled();
    }

    private static Uni<Void> end(ReaderTransaction transaction, List<Moot> moot, OffsetDateTime now) {
        Columns<Moot> of = new Columns<>(moot);
        return transaction
                .sql()
                .preparedQuery(MOOT)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(of.ids(Moot::ticket))
                        .addArrayOfUUID(of.ids(Moot::assignment))
                        .addArrayOfString(of.texts(
                                it -> it.matter() == null ? null : it.matter().name()))
                        .addOffsetDateTime(now)
                        .addArrayOfString(of.texts(Moot::holder)))
                .replaceWithVoid();
    }

    private static Uni<Void> done(ReaderTransaction transaction, List<ReadEvent> events, OffsetDateTime now) {
        UUID[] tickets = events.stream()
                .filter(it -> it.applied() && mayStopClocks(it.event().data()))
                .map(it -> it.event().ticket())
                .distinct()
                .toArray(UUID[]::new);
        return tickets.length == 0
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(DONE)
                        .execute(Tuple.tuple().addArrayOfUUID(tickets).addOffsetDateTime(now))
                        .replaceWithVoid();
    }

    /** An act of those whose clocks are told of; what ends a part or a ticket is moot as a whole. */
    private static boolean mayStopClocks(EventData data) {
        return data instanceof AssignmentEvent && !(data instanceof AssignmentCreated)
                || data instanceof WhistleEvent
                || data instanceof MediationEvent;
    }
}
