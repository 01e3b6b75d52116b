package org.chuishao.mesh.clock;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.chuishao.mesh.log.ReaderTransaction;

/** Fails on the clocks of tickets that it is told, by itself or by the database's word. */
@Singleton
class PoisonousEffect implements DeadlineEffect {

    final Set<UUID> poisonous = ConcurrentHashMap.newKeySet();
    final Set<UUID> turnedDown = ConcurrentHashMap.newKeySet();

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<Firing> firings) {
        if (firings.stream().anyMatch(it -> poisonous.contains(it.ticket()))) {
            throw new IllegalStateException("told to fail");
        }
        return firings.stream().anyMatch(it -> turnedDown.contains(it.ticket()))
                ? transaction.sql().query("select 1 / 0").execute().replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
