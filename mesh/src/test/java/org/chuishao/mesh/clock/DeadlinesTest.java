package org.chuishao.mesh.clock;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.reference.UnreadCopies;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A service that has just started counts nothing by the rules that come with the product. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DeadlinesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Clocked TICKET =
            new Clocked(Ids.next(), 1, null, "210102", null, null, Severity.ORDINARY, null, 2);

    private final KnownRules unread = new KnownRules(UnreadCopies.get());
    private final Deadlines deadlines = new Deadlines(unread);

    @Inject
    ServiceTransactions transactions;

    @Inject
    MoveDeadlines moves;

    @Inject
    Rulebook rulebook;

    @Test
    void noClockIsArmedBeforeTheRulesInForceAreKnown() {
        Deadline clock = rulebook.counting().of(Act.SIGN, TICKET, Instant.now()).orElseThrow();
        waits(it -> deadlines.arm(it, List.of(new Armed(clock, 2))));
        run(it -> deadlines.arm(it, List.of()));
    }

    @Test
    void noneIsCountedAgainEither() {
        CountTicketAgain again = new CountTicketAgain(deadlines, moves, rulebook, unread);
        waits(it -> again.of(it, List.of(TICKET), Set.of(Act.CITIZEN)));
        run(it -> again.of(it, List.of(), Set.of(Act.CITIZEN)));
    }

    /** As for a database that is away: the reader of the log tries the batch again. */
    private void waits(Function<ReaderTransaction, Uni<Void>> work) {
        assertThatThrownBy(() -> run(work)).hasRootCauseInstanceOf(TimeoutException.class);
    }

    private void run(Function<ReaderTransaction, Uni<Void>> work) {
        transactions.run(work).await().atMost(PATIENCE);
    }
}
