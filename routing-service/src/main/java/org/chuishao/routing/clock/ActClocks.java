package org.chuishao.routing.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.Counting;
import org.chuishao.mesh.clock.Deadlines;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.clock.StopClocks;
import org.chuishao.mesh.log.ReaderTransaction;
import org.jspecify.annotations.Nullable;

/** Clocks of single acts, started and ended as the log is read, stopped by the command that does the act. */
@ApplicationScoped
public class ActClocks {

    private static final String RUNNING = """
            select ticket_id, assignment, act from deadline
            where ticket_id = any($1) and state in ('RUNNING', 'APPROACHING') and stopped_at is null
            """;

    private final Deadlines deadlines;
    private final StopClocks clocks;
    private final Rulebook rulebook;

    ActClocks(Deadlines deadlines, StopClocks clocks, Rulebook rulebook) {
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.rulebook = rulebook;
    }

    private record Running(UUID ticket, @Nullable UUID assignment, String act) {}

    /** What waits already goes on waiting by the clock that it has. */
    public Uni<Void> start(ReaderTransaction transaction, Act act, List<Clocked> waiting) {
        if (waiting.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .sql()
                .preparedQuery(RUNNING)
                .execute(Tuple.of(waiting.stream().map(Clocked::ticket).toArray(UUID[]::new)))
                .map(rows -> {
                    Set<Running> running = new HashSet<>();
                    rows.forEach(row -> running.add(
                            new Running(row.getUUID("ticket_id"), row.getUUID("assignment"), row.getString("act"))));
                    return running;
                })
                .chain(running -> deadlines.arm(transaction, fresh(transaction, act, waiting, running)));
    }

    private List<Armed> fresh(ReaderTransaction transaction, Act act, List<Clocked> waiting, Set<Running> running) {
        Counting counting = rulebook.counting();
        List<Armed> armed = new ArrayList<>(waiting.size());
        for (Clocked it : waiting) {
            if (!running.contains(new Running(it.ticket(), it.assignment(), act.name()))) {
                counting.of(act, it, transaction.now()).ifPresent(clock -> armed.add(new Armed(clock, it.seen())));
            }
        }
        return armed;
    }

    /** Nobody owes the act any more. */
    public Uni<Void> end(ReaderTransaction transaction, Collection<Over> over) {
        return deadlines.annul(transaction, over, "moved on");
    }

    /** A command has done the act, or made it needless. */
    public Uni<Void> done(UUID ticket, @Nullable UUID assignment, Act act) {
        return clocks.of(ticket, assignment, Set.of(act));
    }
}
