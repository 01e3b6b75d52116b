package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.sql.Columns;
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

    /** What is moot of a ticket; of all of it where nothing narrows it. */
    private record Moot(
            UUID ticket,
            @Nullable UUID assignment,
            @Nullable Matter matter,
            @Nullable String holder) {}

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Moot> moot = new ArrayList<>();
        events.stream().filter(ReadEvent::applied).forEach(read -> add(moot, read));
        OffsetDateTime now = transaction.now().atOffset(ZoneOffset.UTC);
        return (moot.isEmpty() ? Uni.createFrom().voidItem() : end(transaction, moot, now))
                .chain(() -> done(transaction, events, now));
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
        UUID[] tickets =
                events.stream().map(it -> it.event().ticket()).distinct().toArray(UUID[]::new);
        return transaction
                .sql()
                .preparedQuery(DONE)
                .execute(Tuple.tuple().addArrayOfUUID(tickets).addOffsetDateTime(now))
                .replaceWithVoid();
    }
}
