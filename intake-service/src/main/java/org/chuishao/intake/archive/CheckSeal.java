package org.chuishao.intake.archive;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.intake.archive.SealCheck.Fault;
import org.chuishao.intake.ticket.ScopedReads;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;

/** Takes a ticket's seal again, and compares. */
@ApplicationScoped
class CheckSeal {

    private static final String CHECK = """
            select t.id, t.state, s.*, again.hash as hash_now, again.seal as seal_now, links.*, told.seal as told
            from ticket t
            left join archive_seal s on s.ticket_id = t.id
            cross join lateral kept_events_hash(t.id, s.events) as kept (hash)
            cross join lateral (
                select kept.hash, chain_seal(s.previous, s.seq, s.ticket_id, s.archived_at, s.events, s.events_hash) as seal
            ) as again
            left join lateral seal_links(s.seq) as links on true
            left join lateral (
                select e.data ->> 'seal' as seal from ticket_event e
                where e.ticket_id = t.id and e.type = 'ticket.archived' and not e.late order by e.position limit 1
            ) as told on true
            where t.id = $1 order by s.seq desc nulls last limit 1
            """;

    private final ScopedReads reads;

    CheckSeal(ScopedReads reads) {
        this.reads = reads;
    }

    /** @throws Problem (as failure) 404 where no such ticket is in scope, or it is not archived */
    Uni<SealCheck> of(UUID ticket, Scope scope) {
        return reads.query(scope, CHECK, Tuple.of(ticket)).map(CheckSeal::check);
    }

    private static SealCheck check(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw Problem.notFound("seal");
        }
        Row row = rows.iterator().next();
        if (row.getString("seal") == null) {
            if (!row.getString("state").equals(State.ARCHIVED.name())) {
                throw Problem.notFound("seal");
            }
            return SealCheck.missing(row.getUUID("id"));
        }
        List<Fault> faults = faults(row);
        return new SealCheck(
                row.getUUID("id"),
                row.getLong("seq"),
                row.getOffsetDateTime("archived_at").toInstant(),
                row.getInteger("events"),
                row.getString("events_hash"),
                row.getString("hash_now"),
                row.getString("previous"),
                row.getString("seal"),
                faults.isEmpty(),
                faults);
    }

    private static List<Fault> faults(Row row) {
        List<Fault> faults = new ArrayList<>();
        String seal = row.getString("seal");
        if (!row.getString("events_hash").equals(row.getString("hash_now"))) {
            faults.add(Fault.EVENTS);
        }
        if (!seal.equals(row.getString("seal_now"))) {
            faults.add(Fault.SEAL);
        }
        String next = row.getString("next_names");
        if (!row.getString("previous").equals(row.getString("before")) || (next != null && !next.equals(seal))) {
            faults.add(Fault.CHAIN);
        }
        // it is told a moment after it is taken
        String told = row.getString("told");
        if (told != null && !told.equals(seal)) {
            faults.add(Fault.EVENT_ON_LOG);
        }
        return faults;
    }
}
