package org.chuishao.mesh.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeoutException;
import org.chuishao.mesh.reference.ReferenceCopies;

/** Until the rules in force are known the log waits: the rules that come with the product would set other limits. */
@ApplicationScoped
class KnownRules {

    private final ReferenceCopies copies;

    KnownRules(ReferenceCopies copies) {
        this.copies = copies;
    }

    /** @return fails while they are still being read, as for a database that is away: the reader tries the batch again */
    Uni<Void> known() {
        return copies.complete()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new TimeoutException("the clock rules are still being read"));
    }
}
