package org.chuishao.intake.merge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.intake.merge.ParentsEnd.Meaning;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Unmerged;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * Hands a parent's result on to each ticket that was merged into it, whose caller is then due to be called back. Where
 * the parent ends without a result each goes on by itself. After the timeline, which holds the result's words.
 */
@ApplicationScoped
@Priority(-1)
class ParentsResults implements LogEffect {

    private static final String SETTLE = """
            update merged_ticket m set settled_at = e.at, result = case when e.told then (
                select t.data ->> case t.type when 'ticket.answered' then 'answer' else 'result' end
                from ticket_event t
                where t.ticket_id = m.parent and not t.late and (t.type = 'ticket.answered'
                    or t.type = 'assignment.resolved' and (e.lead is null or t.assignment = e.lead))
                order by t.position desc limit 1) end
            from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::boolean[]) as e (parent, at, lead, told)
            where m.parent = e.parent and m.settled_at is null
            """;
    private static final String AGAIN =
            "update merged_ticket set settled_at = null, result = null where parent = any($1)";
    private static final String HUSH = "update merged_ticket set result = null where parent = any($1)";
    private static final String CHILDREN = """
            select m.child, coalesce((f.state ->> 'round')::int, 1) as round, coalesce((f.state ->> 'seen')::int, 0) as seen
            from merged_ticket m left join ticket_fold f on f.ticket_id = m.child where m.parent = any($1) order by 1
            """;

    private final Sealer sealer;

    ParentsResults(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        return settle(transaction, ParentsEnd.of(events, Meaning.RESULT))
                .chain(() -> release(transaction, parents(events, Meaning.NO_RESULT)))
                .chain(() -> update(transaction, AGAIN, parents(events, Meaning.AGAIN)))
                .chain(() -> update(transaction, HUSH, parents(events, Meaning.HUSHED)));
    }

    private static Uni<Void> settle(ReaderTransaction transaction, List<ParentsEnd> ends) {
        if (ends.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Tuple.of(
                ends.stream().map(ParentsEnd::parent).toArray(UUID[]::new),
                ends.stream().map(end -> end.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
                ends.stream().map(ParentsEnd::lead).toArray(UUID[]::new),
                ends.stream().map(ParentsEnd::told).toArray(Boolean[]::new));
        return transaction.sql().preparedQuery(SETTLE).execute(values).replaceWithVoid();
    }

    private Uni<Void> release(ReaderTransaction transaction, UUID[] parents) {
        if (parents.length == 0) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .sql()
                .preparedQuery(CHILDREN)
                .execute(Tuple.of((Object) parents))
                .chain(rows -> {
                    List<Draft> drafts = new ArrayList<>();
                    rows.forEach(row -> drafts.add(unmerged(row)));
                    return transaction.append(drafts);
                });
    }

    private Draft unmerged(Row child) {
        return new Draft(
                child.getUUID("child"),
                child.getInteger("round"),
                null,
                child.getInteger("seen"),
                new Unmerged(sealer.seal("主单未办理即终结，恢复单独办理")));
    }

    private static Uni<Void> update(ReaderTransaction transaction, String sql, UUID[] parents) {
        return parents.length == 0
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(sql)
                        .execute(Tuple.of((Object) parents))
                        .replaceWithVoid();
    }

    private static UUID[] parents(List<ReadEvent> events, Meaning meaning) {
        return ParentsEnd.of(events, meaning).stream().map(ParentsEnd::parent).toArray(UUID[]::new);
    }
}
