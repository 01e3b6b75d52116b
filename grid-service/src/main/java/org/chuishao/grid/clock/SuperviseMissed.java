package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chuishao.mesh.clock.DeadlineEffect;
import org.chuishao.mesh.clock.Firing;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReaderTransaction;

/** A unit that let a clock run out is told above: escalation and supervision (督办), up its own ladder. */
@ApplicationScoped
class SuperviseMissed implements DeadlineEffect {

    private static final String SUPERIORS = "select id, superior from unit where id = any($1) and superior is not null";

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<Firing> firings) {
        List<Firing> missed = firings.stream()
                .filter(it -> it.missed() && it.stoppedAt() == null && it.unit() != null)
                .toList();
        if (missed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] units = missed.stream().map(Firing::unit).distinct().toArray(String[]::new);
        return transaction
                .sql()
                .preparedQuery(SUPERIORS)
                .execute(Tuple.of(units))
                .map(rows -> {
                    Map<String, String> superiors = new HashMap<>();
                    rows.forEach(row -> superiors.put(row.getString("id"), row.getString("superior")));
                    return drafts(missed, superiors);
                })
                .chain(transaction::append);
    }

    private static List<Draft> drafts(List<Firing> missed, Map<String, String> superiors) {
        return missed.stream()
                .map(it -> ToldAbove.after(it, superiors.get(Objects.requireNonNull(it.unit())))
                        .map(data -> new Draft(it.ticket(), it.round(), it.assignment(), it.seen() + 1, data)))
                .flatMap(Optional::stream)
                .toList();
    }
}
