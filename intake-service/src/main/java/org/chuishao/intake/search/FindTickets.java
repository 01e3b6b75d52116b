package org.chuishao.intake.search;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.intake.search.FilterRules.Search;
import org.chuishao.intake.ticket.ScopedReads;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;

/** Finds tickets within a scope. */
@ApplicationScoped
class FindTickets {

    private static final String ONE = """
            select ticket.*, coalesce(c.caller, ticket.caller) as known_caller, m.parent, m.settled_at, m.result,
                m.merged_at, i.number as incident_number, i.state as incident_state
            from ticket left join merged_ticket m on m.child = ticket.id
                left join incident i on i.ticket_id = m.parent
                left join supplied_contact c on c.ticket_id = ticket.id
            where ticket.id = $1
            """;

    private final ScopedReads reads;
    private final FilterRules rules;
    private final Viewing viewing;

    FindTickets(ScopedReads reads, FilterRules rules, Viewing viewing) {
        this.reads = reads;
        this.rules = rules;
        this.viewing = viewing;
    }

    Uni<TicketPage> list(TicketFilter filter, Scope scope) {
        Search search = rules.search(filter, scope);
        int limit = search.limit();
        String sql = "select " + TicketItem.COLUMNS + " from ticket where "
                + search.clauses().sql() + " order by id desc limit " + (limit + 1);
        return reads.query(scope, sql, search.clauses().tuple()).map(rows -> {
            List<TicketItem> items = new ArrayList<>();
            for (Row row : rows) {
                items.add(viewing.item(row, scope));
            }
            return TicketPage.of(items, limit);
        });
    }

    /** @throws Problem (as failure) 404 */
    Uni<TicketView> one(UUID id, Scope scope) {
        return reads.query(scope, ONE, Tuple.of(id)).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            if (!found.hasNext()) {
                throw Problem.notFound("ticket");
            }
            return viewing.view(found.next(), scope);
        });
    }
}
