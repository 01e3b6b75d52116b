package org.chuishao.grid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.GridTables.text;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chuishao.grid.log.GridTables;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.Step;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many read and send, each is told once; and a sender that died is made up for under the same id. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@QuarkusTestResource(value = PhoneCompany.class, restrictToAnnotatedClass = true)
class SendersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CROWD = 300;

    @Inject
    NoticeReader reader;

    @Inject
    ServiceTransactions transactions;

    @Inject
    SendSteps send;

    @Inject
    EndSteps end;

    @BeforeEach
    void atTenInTheMorning() {
        PhoneCompany.down("");
        Telling.itIs(LocalTime.of(10, 0));
    }

    @AfterEach
    void theTimeIsWhatItIs() {
        Telling.itIsNow();
    }

    @Test
    void whoSendsAtTheSameTimeSendsOnce() {
        String number = "CROWD-" + UUID.randomUUID();
        List<ReadEvent> crowd =
                IntStream.range(0, CROWD).mapToObj(i -> supervised(number)).toList();
        read(crowd);
        for (int round = 0; round < 10; round++) {
            List<Uni<Integer>> senders = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                senders.add(send.send(1, Channel.PUSH));
                senders.add(end.end(1, CROWD));
            }
            Uni.join().all(senders).andFailFast().await().atMost(PATIENCE);
        }
        await().until(() -> PhoneCompany.messages(number), hasSize(CROWD));
        assertThat(PhoneCompany.messages(number))
                .extracting(it -> it.path("id").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void anEventThatIsReadTwiceIsToldOnce() {
        String number = "TWICE-" + UUID.randomUUID();
        ReadEvent event = supervised(number);
        read(List.of(event));
        read(List.of(event, event));
        assertThat(text("select count(*) from notification where number = ?", number))
                .isEqualTo("1");
    }

    @Test
    void whatIsLongPastIsNotTold() {
        String number = "PAST-" + UUID.randomUUID();
        ReadEvent now = supervised(number);
        Event it = now.event();
        Event past = new Event(
                it.id(),
                it.ticket(),
                it.source(),
                it.at().minus(Duration.ofDays(2)),
                1,
                null,
                0,
                it.actor(),
                it.data());
        read(List.of(new ReadEvent(past, now.verdict(), null, now.before(), now.after())));
        assertThat(text("select count(*) from notification where number = ?", number))
                .isEqualTo("0");
    }

    @Test
    void whatADeadSenderHadUnderWayIsSentAgainUnderTheSameId() {
        String number = "DEAD-" + UUID.randomUUID();
        read(List.of(supervised(number)));
        await().until(() -> PhoneCompany.messages(number), hasSize(1));
        await().until(() -> text("select state from notification where number = ?", number), is("SENT"));
        GridTables.update("update notification set state = 'SENDING', next_at = app_now() where number = ?", number);
        await().until(() -> PhoneCompany.messages(number), hasSize(2));
        List<JsonNode> sent = PhoneCompany.messages(number);
        assertThat(sent.get(1).path("id")).isEqualTo(sent.get(0).path("id"));
        assertThat(sent.get(1).path("attempt").asInt()).isEqualTo(2);
    }

    private void read(List<ReadEvent> events) {
        transactions.run(transaction -> reader.on(transaction, events)).await().atMost(PATIENCE);
    }

    private static ReadEvent supervised(String number) {
        TicketState unseen = TicketState.unseen();
        TicketState ticket = new TicketState(
                unseen.table(),
                unseen.state(),
                null,
                1,
                0,
                1,
                number,
                null,
                null,
                false,
                null,
                null,
                "210102",
                null,
                null,
                unseen.copies(),
                false,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                unseen.assignments());
        Event event = new Event(
                Ids.next(),
                Ids.next(),
                Source.GRID,
                Telling.clock().instant(),
                1,
                null,
                0,
                Actor.service(Source.GRID),
                new TicketSupervised(1, "U-TERR-210102", "NOT_DONE_IN_TIME"));
        return new ReadEvent(event, Step.Verdict.APPLIED, null, unseen, ticket);
    }
}
