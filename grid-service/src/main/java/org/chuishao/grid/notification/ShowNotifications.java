package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.page.Conditions;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/** Messages as far as the caller's scope reaches, the newest first. */
@ApplicationScoped
class ShowNotifications {

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;

    ShowNotifications(Pool pool, Scopes scopes, CurrentScope current) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
    }

    /** What a list may be narrowed by; null where it is not. */
    record Wanted(
            @Nullable UUID ticket,
            @Nullable UUID assignment,
            @Nullable Matter matter,
            @Nullable Channel channel,
            NotificationView.@Nullable State state,
            @Nullable String region,
            @Nullable String unit,
            @Nullable String worker) {}

    Uni<Page<NotificationView>> page(Wanted wanted, @Nullable String cursor, int limit) {
        Conditions conditions = new Conditions();
        String sql = sql(conditions, wanted, current.get(), Cursor.id(cursor), limit);
        return pool.withTransaction((SqlConnection connection) -> scopes.enter(connection)
                        .chain(() -> connection.preparedQuery(sql).execute(conditions.values())))
                .map(rows -> Page.of(
                        Rows.list(rows).stream().map(NotificationView::of).toList(), limit, last -> last.id()
                                .toString()));
    }

    static String sql(Conditions conditions, Wanted wanted, Scope scope, @Nullable UUID before, int limit) {
        conditions
                .and("n.ticket_id = ?", wanted.ticket())
                .and("n.assignment = ?", wanted.assignment())
                .and("n.matter = ?", name(wanted.matter()))
                .and("n.channel = ?", name(wanted.channel()))
                .and("n.state = ?", name(wanted.state()))
                .within("n.region", wanted.region())
                .and("n.unit = ?", wanted.unit())
                .and("n.worker = ?", wanted.worker())
                .and("n.id < ?", before);
        return "select * from notification n where " + conditions + " and " + seen(conditions, scope)
                + " order by n.id desc limit " + conditions.place(limit + 1);
    }

    /** The rule of row security in words that find an index. */
    static String seen(Conditions conditions, Scope scope) {
        List<String> mine = new ArrayList<>();
        if (scope.worker() != null) {
            mine.add("n.worker = " + conditions.place(scope.worker())
                    + " and n.region = any (cast((select my_places()) as text[]))");
        }
        if (scope.unit() != null) {
            mine.add("n.unit = " + conditions.place(scope.unit()));
        }
        for (String code : scope.regions()) {
            mine.add("n.region >= " + conditions.place(code) + " and n.region < " + conditions.place(code + ":"));
        }
        return mine.isEmpty() ? "false" : "(" + String.join(" or ", mine) + ")";
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
