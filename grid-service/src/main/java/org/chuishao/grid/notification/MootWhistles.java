package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.event.WhistleEvent.DepartmentArrived;
import org.chuishao.mesh.event.WhistleEvent.ObjectionDecided;
import org.chuishao.mesh.event.WhistleEvent.WhistleClosed;
import org.chuishao.mesh.event.WhistleEvent.WhistleConfirmed;
import org.chuishao.mesh.event.WhistleEvent.WhistleSigned;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.sql.Columns;
import org.jspecify.annotations.Nullable;

/**
 * No department is told to come any more that has taken the whistle on, was released from it, or whose whistle was refused,
 * closed, or ended with its ticket.
 */
@ApplicationScoped
class MootWhistles implements LogEffect {

    private static final String MOOT = """
            update notification n set state = 'MOOT', next_at = null, ended_at = $5
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as o (ticket_id, whistle, department, matter)
            where n.ticket_id = o.ticket_id and n.next_at is not null and n.whistle_call is not null
                and n.matter <> 'CALLED_OFF' and (o.matter is null or n.matter = o.matter)
                and (o.whistle is null or n.whistle_call in (select c.id from whistle_call c
                    where c.whistle_id = o.whistle and (o.department is null or c.department = o.department)))
            """;

    /** What is moot: of one whistle and department, or of all where nothing narrows it. */
    private record Moot(
            UUID ticket,
            @Nullable UUID whistle,
            @Nullable String department,
            @Nullable Matter matter) {}

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Moot> moot = events.stream()
                .filter(ReadEvent::applied)
                .flatMap(read -> of(read).stream())
                .toList();
        return moot.isEmpty() ? Uni.createFrom().voidItem() : end(transaction, moot);
    }

    private static Optional<Moot> of(ReadEvent read) {
        UUID ticket = read.event().ticket();
        if (CalledOff.archived(read)) {
            return Optional.of(new Moot(ticket, null, null, null));
        }
        Moot moot = null;
        if (read.event().data() instanceof WhistleSigned it) {
            moot = new Moot(ticket, it.whistle(), it.department(), Matter.WHISTLED);
        } else if (read.event().data() instanceof DepartmentArrived it) {
            moot = new Moot(ticket, it.whistle(), it.department(), Matter.WHISTLED);
        } else if (read.event().data() instanceof ObjectionDecided it && it.upheld()) {
            moot = new Moot(ticket, it.whistle(), it.department(), null);
        } else if (read.event().data() instanceof WhistleConfirmed it && !it.confirmed()) {
            moot = new Moot(ticket, it.whistle(), null, null);
        } else if (read.event().data() instanceof WhistleClosed it) {
            moot = new Moot(ticket, it.whistle(), null, null);
        }
        return Optional.ofNullable(moot);
    }

    private static Uni<Void> end(ReaderTransaction transaction, List<Moot> moot) {
        Columns<Moot> of = new Columns<>(moot);
        return transaction
                .sql()
                .preparedQuery(MOOT)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(of.ids(Moot::ticket))
                        .addArrayOfUUID(of.ids(Moot::whistle))
                        .addArrayOfString(of.texts(Moot::department))
                        .addArrayOfString(of.texts(
                                it -> it.matter() == null ? null : it.matter().name()))
                        .addOffsetDateTime(transaction.now().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
