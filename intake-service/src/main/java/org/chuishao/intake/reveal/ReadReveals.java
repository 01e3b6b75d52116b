package org.chuishao.intake.reveal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.intake.ticket.ScopedReads;
import org.chuishao.intake.ticket.SealedTexts;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;

/** Tells who looked at a caller, to the caller himself and to auditors. */
@ApplicationScoped
class ReadReveals {

    /** One row without a look stands for a ticket that nobody looked at. */
    private static final String LOOKS = """
            select r.* from ticket t left join reveal r on r.ticket_id = t.id where t.id = $1 order by r.id
            """;

    private final ScopedReads reads;
    private final SealedTexts texts;

    ReadReveals(ScopedReads reads, SealedTexts texts) {
        this.reads = reads;
        this.texts = texts;
    }

    /** @throws Problem (as failure) 404 */
    Uni<Reveals> of(UUID ticket, Scope scope) {
        return reads.query(scope, LOOKS, Tuple.of(ticket)).map(rows -> reveals(ticket, rows));
    }

    private Reveals reveals(UUID ticket, RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw Problem.notFound("ticket");
        }
        List<Reveals.Item> items = new ArrayList<>();
        for (Row row : rows) {
            if (row.getOffsetDateTime("at") != null) {
                items.add(new Reveals.Item(
                        row.getOffsetDateTime("at").toInstant(),
                        row.getString("role"),
                        row.getString("actor"),
                        row.getString("unit"),
                        texts.open(ticket, "reason", row.getString("reason"), String.class)));
            }
        }
        return new Reveals(items, null);
    }
}
