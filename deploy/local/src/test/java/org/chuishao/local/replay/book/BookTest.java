package org.chuishao.local.replay.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.chuishao.local.replay.message.Message;
import org.junit.jupiter.api.Test;

class BookTest {

    private static final UUID TICKET = new UUID(1, 1);

    private final Book book = new Book("run", List.of(message("1"), message("2")));
    private final Entry first = book.entries().get(0);
    private final Entry second = book.entries().get(1);

    @Test
    void aKeyIsTheSameForTheSameRunAndMessage() {
        assertThat(new Book("run", List.of(message("1"))).entries().get(0).key())
                .isEqualTo(first.key());
        assertThat(new Book("other", List.of(message("1"))).entries().get(0).key())
                .isNotEqualTo(first.key());
    }

    @Test
    void aTicketMayBeInAnInboxBeforeItsPostHasAnswered() {
        book.reached(Stage.IN_INBOX, TICKET, 5_000);
        assertThat(book.count(Stage.IN_INBOX)).isZero();

        book.accepted(first, TICKET, 1_000, 6_000);

        assertThat(book.count(Stage.IN_INBOX)).isOne();
        assertThat(book.nanosTo(Stage.IN_INBOX)).containsExactly(4_000);
    }

    @Test
    void onlyTheFirstTimeCounts() {
        book.accepted(first, TICKET, 1_000, 2_000);
        book.reached(Stage.IN_INBOX, TICKET, 3_000);
        book.reached(Stage.IN_INBOX, TICKET, 9_000);

        assertThat(book.nanosTo(Stage.IN_INBOX)).containsExactly(2_000);
    }

    @Test
    void aRunIsSettledWhenEachMessageIsThroughOrRefused() {
        book.accepted(first, TICKET, 1_000, 2_000);
        book.reached(Stage.CLOSED, TICKET, 3_000);
        assertThat(book.settled(Stage.CLOSED)).isFalse();

        book.refused(second, "400");

        assertThat(book.settled(Stage.CLOSED)).isTrue();
    }

    @Test
    void progressCountsEveryStep() {
        book.sent(first);
        book.accepted(first, TICKET, 1_000, 2_000);

        assertThat(book.progress(Stage.ACCEPTED)).isEqualTo(0.5);
        assertThat(book.progress(Stage.CLOSED)).isEqualTo(0.2);
    }

    private static Message message(String id) {
        return new Message(id, "A", "停水", "", "");
    }
}
