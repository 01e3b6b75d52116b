package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.time.Ids;

/** Writes the steps of telling somebody, in the transaction of what they follow from. */
@ApplicationScoped
class Notifications {

    private static final String INSERT = """
            insert into notification (id, chain, step, cause, matter, ticket_id, lock_key, assignment, whistle_call, clock, number,
                category, severity, region, act, due_at, desk, holder, grid, addressee, unit, role, worker, channel, seconds,
                band, persists, quiet_from, quiet_to, next_at, created_at)
            select id, chain, step, cause, matter, ticket_id, lock_key, assignment, whistle_call, clock, number,
                category, severity, region, act, due_at, desk, holder, grid, addressee, unit, role, worker, channel, seconds,
                band, persists, quiet_from, quiet_to, next_at, created_at
            from json_to_recordset($1::text::json) as n (id uuid, chain uuid, step int, cause uuid, matter text,
                ticket_id uuid, lock_key bigint, assignment uuid, whistle_call uuid, clock uuid, number text, category text,
                severity text, region text, act text, due_at timestamptz, desk text, holder text, grid text,
                addressee text, unit text, role text, worker text, channel text, seconds int, band smallint,
                persists boolean, quiet_from time, quiet_to time, next_at timestamptz, created_at timestamptz)
            on conflict do nothing
            """;

    private final Ladders ladders;
    private final Rulebook rulebook;

    Notifications(Ladders ladders, Rulebook rulebook) {
        this.ladders = ladders;
        this.rulebook = rulebook;
    }

    /** The first step of each notice; one that was begun before is not begun again. */
    Uni<Void> begin(ReaderTransaction transaction, List<Notice> notices) {
        if (notices.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return ladders.of(transaction, notices).chain(them -> {
            JsonArray rows = new JsonArray();
            for (int i = 0; i < notices.size(); i++) {
                Notice notice = notices.get(i);
                Ladder ladder = them.get(i);
                UUID id = Ids.next();
                ladder.first()
                        .map(step -> new Planned(id, id, 1, notice, step, ladder.isLast(step)))
                        .ifPresent(step -> rows.add(row(transaction, step)));
            }
            return insert(transaction, rows);
        });
    }

    /** What comes after steps that reached nobody; those that were the last are done. */
    Uni<Void> goOn(ReaderTransaction transaction, List<Ended> undelivered) {
        if (undelivered.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Notice> notices = undelivered.stream().map(Ended::notice).toList();
        return ladders.of(transaction, notices).chain(them -> {
            JsonArray rows = new JsonArray();
            for (int i = 0; i < undelivered.size(); i++) {
                Ended last = undelivered.get(i);
                Ladder ladder = them.get(i);
                ladder.after(last.addressee(), last.channel())
                        .map(step -> new Planned(
                                Ids.next(), last.chain(), last.step() + 1, last.notice(), step, ladder.isLast(step)))
                        .ifPresent(step -> rows.add(row(transaction, step)));
            }
            return insert(transaction, rows);
        });
    }

    private JsonObject row(ReaderTransaction transaction, Planned it) {
        return it.row(
                transaction.now(),
                QuietHours.over(
                        it.step(),
                        it.notice().severity(),
                        transaction.now(),
                        rulebook.calendar().zone()));
    }

    private static Uni<Void> insert(ReaderTransaction transaction, JsonArray rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(INSERT)
                        .execute(Tuple.of(rows.encode()))
                        .replaceWithVoid();
    }
}
