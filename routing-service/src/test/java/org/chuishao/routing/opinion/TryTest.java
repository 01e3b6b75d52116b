package org.chuishao.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TryTest {

    private static final Instant NOON = Instant.parse("2026-11-30T04:00:00Z");
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource({
        "200, OPINION, false",
        "301, REFUSED, false",
        "302, REFUSED, false",
        "400, REFUSED, false",
        "401, REFUSED, false",
        "402, REFUSED, false",
        "404, REFUSED, false",
        "422, REFUSED, false",
        "429, AWAY, true",
        "500, AWAY, true",
        "503, AWAY, true"
    })
    void a_status_decides(int status, Outcome outcome, boolean again) {
        Try made = Try.of(new Post.Reply(status, null, ""));

        assertThat(made.outcome()).isEqualTo(outcome);
        assertThat(made.again()).isEqualTo(again);
    }

    @Test
    void only_a_connection_that_did_not_come_about_is_tried_again() {
        assertThat(Try.of(new ConnectException()).again()).isTrue();
        assertThat(Try.of(new UncheckedIOException(new UnknownHostException())).again())
                .isTrue();
        assertThat(Try.of(new IOException("closed")).again()).isFalse();
        assertThat(Try.of(new TimeoutException()).again()).isFalse();
        assertThat(Try.of(new Addresses.Forbidden("model")).outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThat(Try.of(new Post.TooLarge()).outcome()).isEqualTo(Outcome.INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "1, , 500",
        "2, , 1000",
        "9, , 10000",
        "1, 3, 3000",
        "1, 0, 500",
        "1, 'Mon, 30 Nov 2026 04:00:07 GMT', 7000",
        "1, 'Mon, 30 Nov 2026 03:00:00 GMT', 500",
        "1, soon, 500",
        "1, -5, 500"
    })
    void it_waits_as_long_as_it_is_asked_to(int tries, String header, long millis) {
        assertThat(overloaded(header).pause(tries, LONGEST, NOON)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"11", "999999999", "'Mon, 30 Nov 2026 05:00:00 GMT'"})
    void it_does_not_wait_too_long(String header) {
        assertThat(overloaded(header).pause(1, LONGEST, NOON)).isEmpty();
    }

    private static Try overloaded(String header) {
        return Try.of(new Post.Reply(429, header, ""));
    }
}
