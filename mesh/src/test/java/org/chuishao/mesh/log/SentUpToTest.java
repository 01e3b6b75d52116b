package org.chuishao.mesh.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.chuishao.mesh.log.SentUpTo.Look;
import org.junit.jupiter.api.Test;

class SentUpToTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final SentUpTo upTo = new SentUpTo(Duration.ofSeconds(1), Duration.ofSeconds(10), 0);

    @Test
    void aMarkCountsWhenAllTransactionsHaveEndedThatMayHoldALowerNumber() {
        upTo.looked(new Look(100, 50, 60), 1);
        upTo.sent(Long.MAX_VALUE);
        assertThat(upTo.number()).isZero();

        // whoever had a number and no transaction id at the first look has one by the second
        upTo.looked(new Look(140, 55, 70), 2);
        upTo.looked(new Look(180, 69, 90), 3);
        upTo.sent(Long.MAX_VALUE);
        assertThat(upTo.number()).as("transaction 69 runs").isZero();

        upTo.looked(new Look(190, 70, 95), 4);
        assertThat(upTo.number()).as("no search since").isZero();
        upTo.sent(Long.MAX_VALUE);
        assertThat(upTo.number()).isEqualTo(100);
    }

    @Test
    void aSearchThatWasCutOffShowsOnlyWhatItReached() {
        complete(100);
        upTo.sent(40);
        assertThat(upTo.number()).isEqualTo(40);
        upTo.sent(120);
        assertThat(upTo.number()).isEqualTo(100);
    }

    @Test
    void nowAndThenTheSearchBeginsAtTheStart() {
        complete(100);
        upTo.sent(Long.MAX_VALUE);
        assertThat(upTo.asks(9 * SECOND)).isTrue();
        assertThat(upTo.number()).isEqualTo(100);
        upTo.asks(10 * SECOND);
        assertThat(upTo.number()).isZero();
        upTo.sent(Long.MAX_VALUE);
        assertThat(upTo.number()).isEqualTo(100);
    }

    private void complete(long number) {
        upTo.looked(new Look(number, 1, 5), 0);
        upTo.looked(new Look(number, 1, 5), 0);
        upTo.looked(new Look(number, 5, 5), 0);
    }
}
