package org.chuishao.routing.opinion;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request to the endpoint and what came back.
 *
 * @param outcome OPINION where there is an answer to be read
 * @param again it may be sent once more, at once or a little later
 * @param retryAfter as the endpoint asks for
 */
record Try(
        Outcome outcome,
        @Nullable String answer,
        boolean again,
        @Nullable String retryAfter) {

    private static final int OK = 200;
    private static final int REDIRECTED = 300;
    private static final int TOO_MANY = 429;
    private static final int FAULT = 500;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    static Try of(Post.Reply reply) {
        int status = reply.status();
        if (status >= OK && status < REDIRECTED) {
            return new Try(Outcome.OPINION, reply.body(), false, null);
        }
        boolean later = status == TOO_MANY || status >= FAULT;
        return new Try(later ? Outcome.AWAY : Outcome.REFUSED, reply.body(), later, reply.retryAfter());
    }

    /** A request that was under way may have been answered and paid for: it is not sent once more. */
    static Try of(Throwable failure) {
        if (failure instanceof Post.TooLarge) {
            return new Try(Outcome.INVALID, null, false, null);
        }
        if (failure instanceof TimeoutException) {
            return new Try(Outcome.TIMEOUT, null, false, null);
        }
        if (failure instanceof Addresses.Forbidden) {
            return new Try(Outcome.FORBIDDEN, null, false, null);
        }
        boolean notSent = failure instanceof ConnectException || failure instanceof UncheckedIOException;
        return new Try(Outcome.AWAY, null, notSent, null);
    }

    /** The endpoint is at fault, not what it says. */
    boolean failed() {
        return outcome.passes();
    }

    /**
     * Tokens that it cost: what the endpoint says, and all of them where it says nothing of a request that it took.
     *
     * @param most that it can have cost
     */
    int cost(int most) {
        return switch (outcome) {
            case OPINION -> AnswerReader.tokens(answer, most);
            case INVALID, TIMEOUT -> most;
            case AWAY -> answer == null && !again ? most : 0;
            case REFUSED, FORBIDDEN -> 0;
        };
    }

    /**
     * How long to wait before the next one, the endpoint's wish first; empty where it wishes for too long.
     *
     * @param tries that were made
     */
    Optional<Duration> pause(int tries, Duration longest, Instant now) {
        Duration own = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 10));
        Duration wished = retryAfter == null ? Duration.ZERO : wished(retryAfter.strip(), now);
        if (wished.compareTo(longest) > 0) {
            return Optional.empty();
        }
        Duration longer = own.compareTo(wished) > 0 ? own : wished;
        return Optional.of(longer.compareTo(longest) > 0 ? longest : longer);
    }

    /** Seconds, or a date; what is neither is no wish. */
    private static Duration wished(String header, Instant now) {
        try {
            if (header.matches("[0-9]{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(header));
            }
            Duration until = Duration.between(
                    now,
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
