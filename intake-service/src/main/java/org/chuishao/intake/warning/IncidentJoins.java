package org.chuishao.intake.warning;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.chuishao.intake.merge.MergeUnseen;
import org.chuishao.intake.merge.Merging;
import org.chuishao.intake.notice.CallerNotices;
import org.chuishao.intake.notice.Joined;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * Lets complaints join a warning's ticket: each is merged into it, and its caller is to be told. Which may not be merged is
 * left alone, and why is kept; which this service has not read yet waits until it has. {@code chuishao.incident.joins}
 * counts them by {@code outcome}.
 */
@ApplicationScoped
class IncidentJoins {

    /** What was decided stays: somebody may have taken a merge apart since. */
    private static final String UNDECIDED = """
            select c.id from unnest($1::uuid[]) as c (id) where not exists (select from incident_join j
                where j.child = c.id and j.ticket_id = $2 and j.outcome <> 'WAITING')
            """;

    private static final String PARENT = "select id, number, title from ticket where id = $1";
    private static final String KEEP = """
            insert into incident_join (child, ticket_id, outcome, why) values ($1, $2, $3, $4)
            on conflict (child, ticket_id) do update set outcome = excluded.outcome, why = excluded.why, at = excluded.at
            """;

    private final MergeUnseen merges;
    private final CallerNotices notices;
    private final Sealer sealer;
    private final MeterRegistry meters;

    IncidentJoins(MergeUnseen merges, CallerNotices notices, Sealer sealer, MeterRegistry meters) {
        this.merges = merges;
        this.notices = notices;
        this.sealer = sealer;
        this.meters = meters;
    }

    /** The transaction holds the locks of all of them. */
    Uni<Void> join(ReaderTransaction transaction, UUID ticket, Collection<UUID> children) {
        if (children.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return undecided(transaction, ticket, children)
                .chain(open -> open.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : parent(transaction, ticket).chain(parent -> join(transaction, parent, open)));
    }

    private Uni<Void> join(ReaderTransaction transaction, Joined parent, List<UUID> children) {
        return merges.merge(transaction, parent.ticket(), children, sealer.seal(parent.ground()))
                .call(merging -> keep(transaction, parent.ticket(), merging))
                .invoke(this::count)
                .chain(merging -> notices.joined(transaction, merging.merged(), parent));
    }

    private static Uni<List<UUID>> undecided(ReaderTransaction transaction, UUID ticket, Collection<UUID> children) {
        return transaction
                .sql()
                .preparedQuery(UNDECIDED)
                .execute(Tuple.of(children.toArray(UUID[]::new), ticket))
                .map(rows -> {
                    List<UUID> open = new ArrayList<>();
                    rows.forEach(row -> open.add(row.getUUID(0)));
                    return open;
                });
    }

    private Uni<Joined> parent(ReaderTransaction transaction, UUID ticket) {
        return transaction.sql().preparedQuery(PARENT).execute(Tuple.of(ticket)).map(rows -> {
            Row row = rows.iterator().next();
            return new Joined(
                    row.getUUID("id"), row.getString("number"), sealer.open(new Sealed(row.getString("title"))));
        });
    }

    private static Uni<Void> keep(ReaderTransaction transaction, UUID ticket, Merging merging) {
        List<Tuple> rows = new ArrayList<>();
        merging.merged().forEach(child -> rows.add(Tuple.of(child, ticket, "MERGED", null)));
        merging.left().forEach((child, why) -> rows.add(Tuple.of(child, ticket, "LEFT", why)));
        merging.unknown().forEach(child -> rows.add(Tuple.of(child, ticket, "WAITING", null)));
        return transaction.sql().preparedQuery(KEEP).executeBatch(rows).replaceWithVoid();
    }

    private void count(Merging merging) {
        count("merged", merging.merged().size());
        count("left", merging.left().size());
        count("waiting", merging.unknown().size());
    }

    private void count(String outcome, int tickets) {
        meters.counter("chuishao.incident.joins", "outcome", outcome).increment(tickets);
    }
}
