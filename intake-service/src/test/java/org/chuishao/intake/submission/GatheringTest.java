package org.chuishao.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.pgclient.PgException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.IdempotentCall;
import org.junit.jupiter.api.Test;

/** Plays the database by hand: a statement is answered when the test says so. */
class GatheringTest {

    private static final int MOST = 3;

    private record Statement(List<Submission> batch, CompletableFuture<Set<UUID>> answer) {

        void written() {
            answer.complete(batch.stream().map(Submission::ticket).collect(Collectors.toSet()));
        }

        void turnedDown() {
            answer.completeExceptionally(new PgException("no", "ERROR", "23514", ""));
        }
    }

    private final List<Statement> statements = new ArrayList<>();
    private final Gathering gathering = new Gathering(1, MOST, batch -> {
        Statement statement = new Statement(batch, new CompletableFuture<>());
        statements.add(statement);
        return Uni.createFrom().completionStage(statement.answer());
    });

    @Test
    void oneAloneWaitsForNobodyAndACrowdGoesTogether() {
        List<UniAssertSubscriber<Boolean>> crowd = crowd(5);
        assertThat(statements).hasSize(1);
        assertThat(statements.get(0).batch()).hasSize(1);

        statements.get(0).written();
        assertThat(statements.get(1).batch()).hasSize(MOST);
        statements.get(1).written();
        assertThat(statements.get(2).batch()).hasSize(1);
        statements.get(2).written();
        assertThat(crowd).allSatisfy(one -> one.assertCompleted().assertItem(true));
        assertThat(statements).hasSize(3);
    }

    @Test
    void oneThatIsTurnedDownTakesNoOtherWithIt() {
        List<UniAssertSubscriber<Boolean>> crowd = crowd(4);
        statements.get(0).written();
        statements.get(1).turnedDown();
        statements.get(2).written();
        statements.get(3).turnedDown();
        statements.get(4).written();

        crowd.get(1).assertItem(true);
        crowd.get(2).assertFailedWith(PgException.class);
        crowd.get(3).assertItem(true);
        assertThat(gathering.add(submission()).subscribeAsCompletionStage()).isNotDone();
    }

    @Test
    void aDatabaseThatIsAwayFailsThemAllAndTheNextIsTriedAgain() {
        List<UniAssertSubscriber<Boolean>> crowd = crowd(3);
        statements.get(0).answer().completeExceptionally(new java.io.IOException("away"));
        statements.get(1).answer().completeExceptionally(new java.io.IOException("away"));
        assertThat(crowd).allSatisfy(one -> one.assertFailedWith(java.io.IOException.class));

        CompletableFuture<Boolean> next = gathering.add(submission()).subscribeAsCompletionStage();
        statements.get(2).written();
        assertThat(next).isCompletedWithValue(true);
    }

    @Test
    void whatIsNoFaultOfOneOfThemIsNotTriedOneByOne() {
        List<UniAssertSubscriber<Boolean>> crowd = crowd(3);
        statements.get(0).written();
        statements.get(1).answer().completeExceptionally(new PgException("too many", "FATAL", "53300", ""));

        crowd.get(1).assertFailedWith(PgException.class);
        crowd.get(2).assertFailedWith(PgException.class);
        assertThat(statements).hasSize(2);
    }

    @Test
    void oneThatNoRowCanBeMadeOfTakesNoOtherWithIt() {
        CompletableFuture<Set<UUID>> first = new CompletableFuture<>();
        List<Submission> all = List.of(submission(), submission(), submission());
        Gathering picky = new Gathering(1, MOST, batch -> {
            if (batch.contains(all.get(1))) {
                throw new IllegalStateException("cannot be made");
            }
            return batch.contains(all.get(0))
                    ? Uni.createFrom().completionStage(first)
                    : Uni.createFrom()
                            .item(batch.stream().map(Submission::ticket).collect(Collectors.toSet()));
        });
        List<UniAssertSubscriber<Boolean>> crowd = all.stream()
                .map(one -> picky.add(one).subscribe().withSubscriber(UniAssertSubscriber.create()))
                .toList();
        first.complete(Set.of(all.get(0).ticket()));

        crowd.get(0).assertItem(true);
        crowd.get(1).assertFailedWith(IllegalStateException.class, "cannot be made");
        crowd.get(2).assertItem(true);
    }

    @Test
    void whatWasKnownIsNotSaidToBeWritten() {
        CompletableFuture<Boolean> again = gathering.add(submission()).subscribeAsCompletionStage();
        statements.get(0).answer().complete(new HashSet<>());
        assertThat(again).isCompletedWithValue(false);
    }

    @Test
    void aStatementThatCannotBeMadeLeavesThePlaceToTheNext() {
        List<Submission> seen = new ArrayList<>();
        Gathering broken = new Gathering(1, MOST, batch -> {
            seen.addAll(batch);
            throw new IllegalStateException("cannot be made");
        });
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> broken.add(submission()).await().indefinitely())
                    .hasMessageContaining("cannot be made");
        }
        assertThat(seen).hasSize(2);
    }

    private List<UniAssertSubscriber<Boolean>> crowd(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> gathering.add(submission()).subscribe().withSubscriber(UniAssertSubscriber.create()))
                .toList();
    }

    private static Submission submission() {
        UUID ticket = UUID.randomUUID();
        Sealed text = new Sealed("k1.AAAA");
        TicketReceived received = new TicketReceived(
                "1",
                Channel.PHONE,
                Kind.HELP,
                text,
                text,
                null,
                null,
                new Place(null, "21", null, null, null),
                null,
                false,
                null);
        return new Submission(
                new IdempotentCall("client", "/", ticket.toString(), new byte[0]),
                new Receipt(ticket, "1", State.PENDING_DISPATCH, 1),
                "{}",
                received,
                null,
                null,
                "21",
                Instant.EPOCH,
                List.of());
    }
}
