package org.chuishao.analytics.warning.rule;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** Puts a set of steps in the place of the one before, with the audit, which keeps what they were. */
@ApplicationScoped
class KeepSteps {

    private static final String FORGET = "delete from warning_step where rule = $1 and region = $2 and category = $3";
    private static final String KEEP =
            "insert into warning_step select * from json_populate_recordset(null::warning_step, $1::text::json)";
    private static final String AUDIT =
            "insert into audit (role, actor, action, detail) values ($1, $2, 'warning-rule.set', $3)";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;

    KeepSteps(Pool pool, Scopes scopes, CurrentScope current) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
    }

    @Command
    Uni<Void> of(StepSet set) {
        Scope scope = current.get();
        Actor actor = scope.actor();
        String rows = rows(set);
        String detail = set.rule() + " " + set.region() + " " + set.category() + " " + rows;
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                .chain(() ->
                        sql.preparedQuery(FORGET).execute(Tuple.of(set.rule().name(), set.region(), set.category())))
                .chain(() -> sql.preparedQuery(KEEP).execute(Tuple.of(rows)))
                .chain(() -> sql.preparedQuery(AUDIT).execute(Tuple.of(actor.role(), actor.id(), detail)))
                .replaceWithVoid());
    }

    private static String rows(StepSet set) {
        JsonArray rows = new JsonArray();
        set.steps()
                .forEach(step -> rows.add(new JsonObject()
                        .put("rule", set.rule().name())
                        .put("region", set.region())
                        .put("category", set.category())
                        .put("level", step.level().name())
                        .put("count", step.count())
                        .put("within_minutes", step.within().toMinutes())
                        .put("places", step.places())
                        .put("sigmas", step.sigmas())));
        return rows.encode();
    }
}
