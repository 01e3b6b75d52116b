package org.chuishao.intake.callback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.intake.ticket.Reading;
import org.chuishao.intake.ticket.ScopedReads;
import org.chuishao.intake.ticket.SealedTexts;
import org.chuishao.mesh.event.IntakeEvent.CalledBack.Satisfaction;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Reads the attempts to call a ticket's citizen back, for somebody who may see the ticket. */
@ApplicationScoped
class ReadCallbacks {

    /** One row without an attempt stands for a ticket that nobody called back yet. */
    private static final String ATTEMPTS = """
            select t.kind, t.secret, t.units_in_hand, c.* from ticket t left join callback c on c.ticket_id = t.id
            where t.id = $1 order by c.at, c.id
            """;

    private final ScopedReads reads;
    private final SealedTexts texts;

    ReadCallbacks(ScopedReads reads, SealedTexts texts) {
        this.reads = reads;
        this.texts = texts;
    }

    /** @throws Problem (as failure) 404 */
    Uni<CallbackList> of(UUID ticket, Scope scope) {
        return reads.query(scope, ATTEMPTS, Tuple.of(ticket)).map(rows -> attempts(rows, scope));
    }

    private CallbackList attempts(RowSet<Row> rows, Scope scope) {
        if (rows.size() == 0) {
            throw Problem.notFound("ticket");
        }
        List<CallbackList.Item> items = new ArrayList<>();
        for (Row row : rows) {
            if (row.getUUID("ticket_id") != null) {
                items.add(item(row, Reading.of(scope, row)));
            }
        }
        return new CallbackList(items, null);
    }

    private CallbackList.Item item(Row row, Reading reading) {
        boolean byCitizen = row.getBoolean("by_citizen");
        return new CallbackList.Item(
                row.getInteger("round"),
                row.getInteger("attempt"),
                row.getOffsetDateTime("at").toInstant(),
                byCitizen ? null : row.getString("agent"),
                byCitizen,
                row.getBoolean("reached"),
                row.getBoolean("contacted"),
                row.getBoolean("solved"),
                satisfaction(row.getString("satisfaction")),
                reading.words(texts.open(row.getUUID("ticket_id"), row.getString("words"))),
                row.getBoolean("annulled"));
    }

    private static @Nullable Satisfaction satisfaction(@Nullable String name) {
        return name == null ? null : Satisfaction.valueOf(name);
    }
}
