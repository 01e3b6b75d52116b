package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.Deadlines;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.log.ReaderTransaction;

/** Starts the clocks of units' parts, in the transaction that gives them their parts. */
@ApplicationScoped
public class StartClocks {

    private static final String LINES = "select id, line from unit where id = any($1) and line is not null";

    private final Deadlines deadlines;
    private final Rulebook rulebook;

    StartClocks(Deadlines deadlines, Rulebook rulebook) {
        this.deadlines = deadlines;
        this.rulebook = rulebook;
    }

    /** A line's crew has an arrival clock of its own, beside that of the territory. */
    public Uni<Void> of(ReaderTransaction transaction, List<Clocked> parts) {
        String[] units = parts.stream().map(Clocked::unit).distinct().toArray(String[]::new);
        return transaction
                .sql()
                .preparedQuery(LINES)
                .execute(Tuple.of(units))
                .map(rows -> {
                    Map<String, String> lines = new HashMap<>();
                    rows.forEach(row -> lines.put(row.getString("id"), row.getString("line")));
                    return clocks(parts, lines, transaction.now());
                })
                .chain(clocks -> deadlines.arm(transaction, clocks));
    }

    private List<Armed> clocks(List<Clocked> parts, Map<String, String> lines, Instant now) {
        ClockSetting setting = new ClockSetting(rulebook.counting());
        return parts.stream()
                .flatMap(part -> setting.of(part, lines.get(part.unit()), now).stream()
                        .map(deadline -> new Armed(deadline, part.seen())))
                .toList();
    }
}
