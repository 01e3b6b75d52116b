package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** The departments that whistles call, once they sound; one that was confirmed after it sounded calls nobody again. */
final class Whistled {

    private static final String CALLED = """
            select w.id as whistle, c.id as call, c.department, w.region, w.severity, w.danger, d.due_at
            from whistle w join whistle_call c on c.whistle_id = w.id
            left join deadline d on d.assignment = c.id and d.act = 'WHISTLE_SIGN'
            where w.id = any($1) and w.phase = 'SOUNDED' and not exists (
                select from notification n
                where n.ticket_id = w.ticket_id and n.whistle_call = c.id and n.matter = 'WHISTLED')
            order by c.id
            """;

    private Whistled() {}

    static Uni<List<Notice>> of(ReaderTransaction transaction, List<ReadEvent> heard) {
        if (heard.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<UUID, ReadEvent> whistles = new HashMap<>();
        heard.forEach(it -> whistles.put(TicketNotices.whistle(it), it));
        return transaction
                .sql()
                .preparedQuery(CALLED)
                .execute(Tuple.tuple().addArrayOfUUID(whistles.keySet().toArray(UUID[]::new)))
                .map(rows -> {
                    List<Notice> notices = new ArrayList<>();
                    for (Row row : rows) {
                        ReadEvent read = whistles.get(row.getUUID("whistle"));
                        if (read != null) {
                            notices.add(notice(read, row));
                        }
                    }
                    return notices;
                });
    }

    /** A danger to life is told as one, whatever the ticket's level is. */
    private static Notice notice(ReadEvent read, Row row) {
        TicketState ticket = read.after();
        OffsetDateTime due = row.getOffsetDateTime("due_at");
        return new Notice(
                read.event().id(),
                Matter.WHISTLED,
                read.event().ticket(),
                null,
                row.getUUID("call"),
                null,
                ticket.number(),
                ticket.category(),
                row.getBoolean("danger") ? Severity.CRITICAL : Severity.valueOf(row.getString("severity")),
                row.getString("region"),
                null,
                due == null ? null : due.toInstant(),
                row.getString("department"),
                null,
                null,
                null);
    }
}
