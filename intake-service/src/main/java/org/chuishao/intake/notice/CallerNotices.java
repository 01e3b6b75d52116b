package org.chuishao.intake.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.time.Ids;

/** Writes what callers are to be told, in the transaction that it follows from. */
@ApplicationScoped
public class CallerNotices {

    /** Those whose caller can be told at all: who sent it himself is told in the app. */
    private static final String WITH_CALLER = """
            select t.id, t.number from ticket t where t.id = any($1) and (t.caller is not null or t.caller_hash is not null
                or exists (select from supplied_contact c where c.ticket_id = t.id))
            """;

    private static final String WRITE = """
            insert into caller_notice (id, ticket_id, parent, parent_number, words) values ($1, $2, $3, $4, $5)
            on conflict (ticket_id, parent) do nothing
            """;

    private final Sealer sealer;

    CallerNotices(Sealer sealer) {
        this.sealer = sealer;
    }

    /** That these tickets are handled as one with another. A caller who was told of that one before is not told again. */
    public Uni<Void> joined(ReaderTransaction transaction, List<UUID> tickets, Joined parent) {
        return tickets.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(WITH_CALLER)
                        .execute(Tuple.of((Object) tickets.toArray(UUID[]::new)))
                        .chain(rows -> {
                            List<Tuple> notices = new ArrayList<>();
                            rows.forEach(row -> notices.add(notice(row, parent)));
                            return notices.isEmpty()
                                    ? Uni.createFrom().voidItem()
                                    : transaction
                                            .sql()
                                            .preparedQuery(WRITE)
                                            .executeBatch(notices)
                                            .replaceWithVoid();
                        });
    }

    private Tuple notice(Row child, Joined parent) {
        return Tuple.of(
                Ids.next(),
                child.getUUID("id"),
                parent.ticket(),
                parent.number(),
                sealer.seal(parent.words(child.getString("number"))).value());
    }
}
