package org.chuishao.grid.unit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** Sets when the desk of a unit in the caller's scope is manned. */
@ApplicationScoped
class SetDutyHours {

    private static final String SET = """
            insert into duty_hours (unit, region, from_at, to_at) select id, region, $2, $3 from unit where id = $1
            on conflict (unit) do update set from_at = excluded.from_at, to_at = excluded.to_at
            """;
    private static final String ROUND_THE_CLOCK = "delete from duty_hours where unit = $1";

    private final UnitRegister units;
    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;

    SetDutyHours(UnitRegister units, Pool pool, Scopes scopes, CurrentScope current) {
        this.units = units;
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
    }

    /** @return as failure {@link Problem} 403 where the unit is not in the caller's scope */
    @Command
    Uni<UnitView> set(String id, DutyHours hours) {
        Scope scope = current.get();
        return units.find(id)
                .invoke(unit -> {
                    if (!scope.covers(unit.region(), Set.of(id), null)) {
                        throw Problem.forbidden("The unit is not in this scope.");
                    }
                })
                .chain(unit -> pool.withTransaction(
                        (SqlConnection sql) -> scopes.enter(sql, scope).chain(() -> set(sql, id, hours))))
                .chain(done -> units.find(id));
    }

    private static Uni<Void> set(SqlConnection sql, String id, DutyHours hours) {
        Uni<?> set = hours.roundTheClock()
                ? sql.preparedQuery(ROUND_THE_CLOCK).execute(Tuple.of(id))
                : sql.preparedQuery(SET).execute(Tuple.of(id, hours.from(), hours.to()));
        return set.replaceWithVoid();
    }
}
