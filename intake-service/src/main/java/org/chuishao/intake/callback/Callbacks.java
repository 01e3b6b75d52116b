package org.chuishao.intake.callback;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The attempts to call back. */
@ApplicationScoped
class Callbacks implements PanacheRepositoryBase<Callback, UUID> {

    /** When nobody was reached in this round. */
    Uni<List<Instant>> missed(UUID ticket, int round) {
        return find("ticket = ?1 and round = ?2 and reached = false and annulled = false", ticket, round)
                .list()
                .map(attempts -> attempts.stream().map(attempt -> attempt.at).toList());
    }
}
