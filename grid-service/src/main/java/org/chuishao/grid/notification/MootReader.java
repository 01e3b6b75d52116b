package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.event.WhistleEvent.DepartmentArrived;
import org.chuishao.mesh.event.WhistleEvent.WhistleSigned;
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
 * receipt came or not.
 */
@ApplicationScoped
class MootReader implements LogEffect {

    private static final String MOOT = """
            update notification n set state = 'MOOT', next_at = null, ended_at = $5
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $6::text[]) as o (ticket_id, assignment, desk, matter, holder)
            where n.ticket_id = o.ticket_id and n.next_at is not null
                and (o.assignment is null or n.assignment = o.assignment)
                and (o.desk is null or n.desk = o.desk) and (o.matter is null or n.matter = o.matter)
                and (o.holder is null or n.holder = o.holder)
            """;

    /** What is moot of a ticket; of all of it where nothing narrows it. */
    private record Moot(
            UUID ticket,
            @Nullable UUID assignment,
            @Nullable String desk,
            @Nullable Matter matter,
            @Nullable String holder) {}

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Moot> moot = new ArrayList<>();
        events.stream().filter(ReadEvent::applied).forEach(read -> add(moot, read));
        return moot.isEmpty() ? Uni.createFrom().voidItem() : end(transaction, moot);
    }

    private static void add(List<Moot> moot, ReadEvent read) {
        UUID ticket = read.event().ticket();
        if (over(read.after()) && !over(read.before())) {
            moot.add(new Moot(ticket, null, null, null, null));
        }
        if (read.event().data() instanceof WhistleSigned signed) {
            moot.add(new Moot(ticket, null, signed.department(), Matter.WHISTLED, null));
        }
        if (read.event().data() instanceof DepartmentArrived arrived) {
            moot.add(new Moot(ticket, null, arrived.department(), Matter.WHISTLED, null));
        }
        read.after().assignments().forEach((id, now) -> {
            AssignmentState then = read.before().assignments().get(id);
            if (then != null && then.worker() != null && !then.worker().equals(now.worker())) {
                moot.add(new Moot(ticket, id, null, null, then.worker()));
            }
            if (then != null && then.phase() != now.phase()) {
                boolean done = now.phase() == Phase.RESOLVED || now.phase() == Phase.ENDED;
                moot.add(new Moot(ticket, id, null, done ? null : Matter.ASSIGNED, null));
            }
        });
    }

    private static boolean over(TicketState ticket) {
        return ticket.state() == State.MERGED || ticket.state().settled();
    }

    private static Uni<Void> end(ReaderTransaction transaction, List<Moot> moot) {
        Columns<Moot> of = new Columns<>(moot);
        return transaction
                .sql()
                .preparedQuery(MOOT)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(of.ids(Moot::ticket))
                        .addArrayOfUUID(of.ids(Moot::assignment))
                        .addArrayOfString(of.texts(Moot::desk))
                        .addArrayOfString(of.texts(
                                it -> it.matter() == null ? null : it.matter().name()))
                        .addOffsetDateTime(transaction.now().atOffset(ZoneOffset.UTC))
                        .addArrayOfString(of.texts(Moot::holder)))
                .replaceWithVoid();
    }
}
