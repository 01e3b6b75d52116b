package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.grid.page.Conditions;
import org.chuishao.grid.unit.Territory;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a phone or a provider says about a message. Only the row is marked; {@link Sender} ends the step by it, with
 * its node on the log. The same receipt again changes nothing, and none takes a delivery back.
 */
@ApplicationScoped
class Receipts {

    private static final String OPEN = "n.state in ('WAITING', 'SENDING', 'SENT')";
    private static final String TAKE = """
            update notification n set
                receipt = case when $2 <> 'FAILED' then 'DELIVERED' else coalesce(n.receipt, case when @open then 'FAILED' end) end,
                delivered_at = case when $2 <> 'FAILED' then coalesce(n.delivered_at, app_now()) else n.delivered_at end,
                read_at = case when $2 = 'READ' then coalesce(n.read_at, app_now()) else n.read_at end,
                fault = case when $2 = 'FAILED' and @open then coalesce($3, n.fault) else n.fault end,
                next_at = case
                    when @open or $2 <> 'FAILED' and n.state in ('UNDELIVERED', 'FAILED') then app_now()
                    else n.next_at end
            where n.id = $1 and""".replace("@open", OPEN) + " ";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;

    Receipts(Pool pool, Scopes scopes, CurrentScope current) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
    }

    /** What became of a message. */
    enum Receipt {
        DELIVERED,
        READ,
        FAILED
    }

    /** @return as failure {@link Problem} 403 where the message is somebody else's, 404 where it is not in scope */
    @Command
    Uni<NotificationView> take(UUID id, Receipt receipt, @Nullable String fault) {
        Scope scope = current.get();
        Conditions values = new Conditions();
        values.place(id);
        values.place(receipt.name());
        values.values().addString(fault);
        String sql = TAKE + own(values, scope) + " returning *";
        return pool.withTransaction((SqlConnection connection) -> scopes.enter(connection, scope)
                .chain(() -> connection.preparedQuery(sql).execute(values.values()))
                .chain(rows -> Rows.list(rows).stream()
                        .findFirst()
                        .map(row -> Uni.createFrom().item(NotificationView.of(row)))
                        .orElseGet(() -> refuse(connection, scope, id))));
    }

    /** A provider speaks for all phones of its region, a worker for his own, a desk for what goes to no worker. */
    private static String own(Conditions values, Scope scope) {
        if (scope.role().equals(Roles.CALL_CENTRE)) {
            return ShowNotifications.seen(values, scope);
        }
        if (scope.role().equals(Roles.GRID_WORKER)) {
            return scope.worker() == null ? "false" : "n.worker = " + values.place(scope.worker());
        }
        List<String> desks = new ArrayList<>();
        Stream.concat(Stream.ofNullable(scope.unit()), scope.regions().stream().map(Territory::office))
                .forEach(unit -> desks.add(values.place(unit)));
        return desks.isEmpty() ? "false" : "n.worker is null and n.unit in (" + String.join(", ", desks) + ")";
    }

    private static Uni<NotificationView> refuse(SqlConnection connection, Scope scope, UUID id) {
        Conditions values = new Conditions().and("n.id = ?", id);
        String sql = "select 1 from notification n where " + values + " and " + ShowNotifications.seen(values, scope);
        return connection.preparedQuery(sql).execute(values.values()).chain(seen -> Uni.createFrom()
                .failure(
                        seen.size() == 0
                                ? Problem.notFound("notification")
                                : Problem.forbidden("It went to somebody else, whose phone or provider says so.")));
    }
}
