package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.sql.Rows;

/** Matters that a unit's own people must not have in hand, since they may be about them (利益回避): its desk has them. */
@ApplicationScoped
class OwnPeople {

    private static final String MATTERS = "SELECT category, kinds FROM own_people_matter";

    private record Matter(String category, List<String> kinds) {

        private static Matter of(Row row) {
            return new Matter(row.getString("category"), Arrays.asList(row.getArrayOfStrings("kinds")));
        }

        private boolean is(TicketState ticket) {
            String its = ticket.category();
            Kind kind = ticket.kind();
            return its != null
                    && (its.equals(category) || its.startsWith(category + '.'))
                    && (kinds.isEmpty() || (kind != null && kinds.contains(kind.name())));
        }
    }

    Uni<Predicate<TicketState>> concerned(SqlConnection sql) {
        return sql.query(MATTERS).execute().map(rows -> {
            List<Matter> matters = Rows.list(rows).stream().map(Matter::of).toList();
            return ticket -> ticket.secret()
                    || ticket.kind() == Kind.REPORT
                    || matters.stream().anyMatch(it -> it.is(ticket));
        });
    }
}
