package org.chuishao.intake.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.intake.feed.Position;
import org.chuishao.intake.ticket.ScopedReads;
import org.chuishao.intake.ticket.SealedTexts;
import org.chuishao.mesh.scope.Scope;

/** The notices that are still to be told, in an order without gaps (see the feed). */
@ApplicationScoped
class ListNotices {

    /** One whose ticket goes on by itself, or has a result to be called back with, has nothing to tell any more. */
    private static final String OPEN = """
            select n.id, n.tx::text as tx, n.position, n.ticket_id, t.number, n.parent, n.parent_number, n.words, n.made_at,
                (select count(*) from caller_notice_receipt r where r.notice_id = n.id) as failures
            from caller_notice n join ticket t on t.id = n.ticket_id
            where n.told_at is null and (n.tx, n.position) > ($1::text::xid8, $2)
                and n.tx < pg_snapshot_xmin(pg_current_snapshot())
                and exists (select from unnest($3::text[]) as r (code) where starts_with(t.region, r.code))
                and exists (select from merged_ticket m
                    where m.child = n.ticket_id and m.parent = n.parent and m.settled_at is null)
            order by n.tx, n.position limit $4
            """;

    private final ScopedReads reads;
    private final SealedTexts texts;

    ListNotices(ScopedReads reads, SealedTexts texts) {
        this.reads = reads;
        this.texts = texts;
    }

    Uni<NoticePage> after(Position after, int limit, Scope scope) {
        Tuple values =
                Tuple.of(after.transaction(), after.event(), scope.regions().toArray(String[]::new), limit);
        return reads.query(scope, OPEN, values).map(rows -> page(rows, after));
    }

    private NoticePage page(RowSet<Row> rows, Position after) {
        List<NoticePage.Item> items = new ArrayList<>();
        Position last = after;
        for (Row row : rows) {
            items.add(item(row));
            last = new Position(row.getString("tx"), row.getLong("position"));
        }
        return new NoticePage(items, last.cursor());
    }

    private NoticePage.Item item(Row row) {
        return new NoticePage.Item(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getString("number"),
                row.getUUID("parent"),
                row.getString("parent_number"),
                texts.open(row.getUUID("ticket_id"), row.getString("words")),
                row.getOffsetDateTime("made_at").toInstant(),
                row.getInteger("failures"));
    }
}
