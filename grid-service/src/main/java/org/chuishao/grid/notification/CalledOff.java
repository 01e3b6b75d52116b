package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.WhistleEvent.WhistleClosed;
import org.chuishao.mesh.event.WhistleEvent.WhistleConfirmed;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * The departments that were called by a whistle which is over: refused, closed without them, or ended with its ticket. Who
 * was not told of it yet is not told that it is over.
 */
final class CalledOff {

    private static final String CALLED = """
            select w.id as whistle, w.ticket_id, c.id as call, coalesce(c.substitute, c.department) as desk, w.region,
                w.severity, w.danger
            from whistle w join whistle_call c on c.whistle_id = w.id
            where (w.id = any($1) or w.ticket_id = any($2) and w.outcome is null and w.phase in ('SOUNDED', 'CLOSED'))
                and (c.phase in ('CALLED', 'SIGNED') or c.phase = 'ON_SITE' and w.outcome is null)
                and exists (select from notification n
                    where n.ticket_id = w.ticket_id and n.whistle_call = c.id and n.matter = 'WHISTLED'
                        and (n.sent_at is not null or n.state = 'SENDING'))
            order by c.id
            """;

    private CalledOff() {}

    /** @param heard what is news, whoever wrote it */
    static Uni<List<Notice>> of(ReaderTransaction transaction, List<ReadEvent> heard) {
        Map<UUID, ReadEvent> whistles = new HashMap<>();
        Map<UUID, ReadEvent> tickets = new HashMap<>();
        for (ReadEvent read : heard) {
            if (over(read)) {
                whistles.put(TicketNotices.whistle(read), read);
            } else if (archived(read)) {
                tickets.put(read.event().ticket(), read);
            }
        }
        if (whistles.isEmpty() && tickets.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .sql()
                .preparedQuery(CALLED)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(whistles.keySet().toArray(UUID[]::new))
                        .addArrayOfUUID(tickets.keySet().toArray(UUID[]::new)))
                .map(rows -> {
                    List<Notice> notices = new ArrayList<>();
                    for (Row row : rows) {
                        ReadEvent read =
                                whistles.getOrDefault(row.getUUID("whistle"), tickets.get(row.getUUID("ticket_id")));
                        if (read != null) {
                            notices.add(notice(read, row));
                        }
                    }
                    return notices;
                });
    }

    private static boolean over(ReadEvent read) {
        return read.event().data() instanceof WhistleClosed
                || read.event().data() instanceof WhistleConfirmed said && !said.confirmed();
    }

    static boolean archived(ReadEvent read) {
        return read.before().state() != State.ARCHIVED && read.after().state() == State.ARCHIVED;
    }

    private static Notice notice(ReadEvent read, Row row) {
        TicketState ticket = read.after();
        return new Notice(
                read.event().id(),
                Matter.CALLED_OFF,
                read.event().ticket(),
                null,
                row.getUUID("call"),
                null,
                ticket.number(),
                ticket.category(),
                row.getBoolean("danger") ? Severity.CRITICAL : Severity.valueOf(row.getString("severity")),
                row.getString("region"),
                null,
                null,
                row.getString("desk"),
                null,
                null,
                null);
    }
}
