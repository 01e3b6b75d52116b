package org.chuishao.routing.simulation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.catalogue.RuleVersion.Sort;
import org.chuishao.routing.catalogue.Rules;
import org.chuishao.routing.dispatch.WouldLead;
import org.chuishao.routing.revision.Proposed;
import org.chuishao.routing.revision.ReviseRules;

/** Tries a change of the catalogue on what was dispatched in the last weeks; nothing is kept. */
@ApplicationScoped
class SimulateCatalogue {

    /** A ticket counts once, as it was dispatched last; by groups, of which there are as many as matters and places. */
    private static final String PAST = """
            select category, region, count(*) as tickets, (array_agg(ticket_id order by id desc))[1:20] as latest
            from (select distinct on (ticket_id) id, ticket_id, category, region, severity
                  from decision
                  where at >= $1 and outcome = 'DISPATCHED' and not late
                  order by ticket_id, id desc) d
            where severity <> 'CRITICAL'
            group by category, region
            order by max(id) desc
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final CurrentRules rules;
    private final ReviseRules revise;
    private final WouldLead wouldLead;
    private final Clock clock;

    SimulateCatalogue(
            Pool pool,
            Scopes scopes,
            CurrentScope current,
            CurrentRules rules,
            ReviseRules revise,
            WouldLead wouldLead,
            Clock clock) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.rules = rules;
        this.revise = revise;
        this.wouldLead = wouldLead;
        this.clock = clock;
    }

    /**
     * What would be different.
     *
     * @param days that were looked at
     * @param versions in the file that are new
     * @param on the day as of which the proposal was tried: when all of it is in force
     */
    record Simulated(int days, int versions, LocalDate on, Compared compared) {}

    Uni<Simulated> simulate(byte[] file, String type, int days) {
        Scope scope = current.get();
        return revise.propose(Sort.CATALOGUE, file, type).chain(proposed -> past(scope, days)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(past -> compare(proposed, past, days)));
    }

    private Uni<List<Past>> past(Scope scope, int days) {
        OffsetDateTime from = clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                        .chain(() -> sql.preparedQuery(PAST).execute(Tuple.of(from))))
                .map(SimulateCatalogue::read);
    }

    private static List<Past> read(RowSet<Row> rows) {
        List<Past> past = new ArrayList<>();
        rows.forEach(row -> past.add(new Past(
                row.getString("category"),
                row.getString("region"),
                row.getLong("tickets"),
                List.of(row.getArrayOfUUIDs("latest")))));
        return past;
    }

    private Simulated compare(Proposed proposed, List<Past> past, int days) {
        LocalDate today = rules.today();
        LocalDate on = proposed.fresh().stream()
                .map(it -> it.validFrom())
                .max(LocalDate::compareTo)
                .filter(day -> day.isAfter(today))
                .orElse(today);
        Rules present = rules.get();
        Rules then = proposed.book().on(on);
        Compared compared = Compared.of(
                past,
                (category, region) -> wouldLead.lead(present, category, region, today),
                (category, region) -> wouldLead.lead(then, category, region, on));
        return new Simulated(days, proposed.fresh().size(), on, compared);
    }
}
