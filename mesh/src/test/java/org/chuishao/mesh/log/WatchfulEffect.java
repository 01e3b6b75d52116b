package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Notes what it is given, in memory and in the database, and fails on tickets that it is told to. */
@Singleton
class WatchfulEffect implements LogEffect {

    final Set<UUID> poisonous = ConcurrentHashMap.newKeySet();
    final Set<UUID> poisonousUnlessLate = ConcurrentHashMap.newKeySet();
    final Queue<ReadEvent> seen = new ConcurrentLinkedQueue<>();

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        for (ReadEvent read : events) {
            UUID ticket = read.event().ticket();
            if (poisonous.contains(ticket) || (read.applied() && poisonousUnlessLate.contains(ticket))) {
                throw new IllegalStateException("told to fail");
            }
        }
        seen.addAll(events);
        return transaction
                .sql()
                .preparedQuery(
                        "insert into audit (role, actor, action, ticket_id) select 'test', 'test', 'seen', unnest($1::uuid[])")
                .execute(Tuple.of(events.stream().map(e -> e.event().ticket()).toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    List<ReadEvent> of(UUID ticket) {
        return seen.stream().filter(e -> e.event().ticket().equals(ticket)).toList();
    }
}
