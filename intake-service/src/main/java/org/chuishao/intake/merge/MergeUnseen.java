package org.chuishao.intake.merge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Merged;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.PresentStates;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * Merges tickets into one by the service's own act, without anybody who has seen them, by the rules that hold for commands.
 * What may not be merged is left as it is.
 */
@ApplicationScoped
public class MergeUnseen {

    private static final String PARENTS = "select distinct parent from merged_ticket where parent = any($1)";
    private static final String KEEP = """
            insert into merged_ticket (child, parent) select unnest($1::uuid[]), $2
            on conflict (child) do update set parent = excluded.parent, settled_at = null, result = null,
                merged_at = excluded.merged_at
            """;

    /** Ahead of the log, as a command moves it. */
    private static final String MOVE = "update ticket set state = 'MERGED' where id = any($1)";

    /** The transaction holds the locks of all these tickets. Each is to be merged once at most. */
    public Uni<Merging> merge(ReaderTransaction transaction, UUID parent, Collection<UUID> children, Sealed ground) {
        Set<UUID> all = new LinkedHashSet<>(children);
        all.add(parent);
        return PresentStates.of(transaction, all).chain(states -> parents(transaction, children)
                .map(parents -> Merging.of(parent, children, states, parents))
                .call(merging -> write(transaction, parent, merging, states, ground)));
    }

    private static Uni<Set<UUID>> parents(ReaderTransaction transaction, Collection<UUID> children) {
        return transaction
                .sql()
                .preparedQuery(PARENTS)
                .execute(Tuple.of((Object) children.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> parents = new HashSet<>();
                    rows.forEach(row -> parents.add(row.getUUID(0)));
                    return parents;
                });
    }

    private static Uni<Void> write(
            ReaderTransaction transaction, UUID parent, Merging merging, Map<UUID, TicketState> states, Sealed ground) {
        if (merging.merged().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Draft> drafts = merging.merged().stream()
                .map(child -> draft(child, Objects.requireNonNull(states.get(child)), new Merged(parent, ground)))
                .toList();
        UUID[] merged = merging.merged().toArray(UUID[]::new);
        return transaction
                .append(drafts)
                .chain(() -> transaction.sql().preparedQuery(KEEP).execute(Tuple.of(merged, parent)))
                .chain(() -> transaction.sql().preparedQuery(MOVE).execute(Tuple.of((Object) merged)))
                .replaceWithVoid();
    }

    private static Draft draft(UUID child, TicketState state, Merged merged) {
        return new Draft(child, state.round(), null, state.seen(), merged);
    }
}
