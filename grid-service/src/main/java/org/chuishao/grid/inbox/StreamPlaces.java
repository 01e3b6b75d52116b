package org.chuishao.grid.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.chuishao.mesh.problem.Problem;

/**
 * How many streams are open, and how many of each subject: a replica takes no more than its memory holds, and who opens one
 * after the other takes nobody else's place. Those that come at the very same moment may be a few more.
 */
@ApplicationScoped
class StreamPlaces {

    private final InboxConfig config;
    private final AtomicInteger taken = new AtomicInteger();
    private final ConcurrentMap<String, Integer> bySubject = new ConcurrentHashMap<>();

    StreamPlaces(InboxConfig config) {
        this.config = config;
    }

    /** @throws Problem 429 where the subject has all of his, 503 where the replica is full: another one may not be */
    void requireOneFor(String subject) {
        if (bySubject.getOrDefault(subject, 0) >= config.streamsOfOne()) {
            throw Problem.tooMuch(
                    "You have " + config.streamsOfOne() + " streams open, which is all that one may have.", later());
        }
        if (taken.get() >= config.streams()) {
            throw Problem.unavailable(later());
        }
    }

    void take(String subject) {
        taken.incrementAndGet();
        bySubject.merge(subject, 1, Integer::sum);
    }

    void leave(String subject) {
        taken.decrementAndGet();
        bySubject.computeIfPresent(subject, (s, streams) -> streams == 1 ? null : streams - 1);
    }

    private Duration later() {
        long least = config.away().toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(least, 2 * least + 1));
    }
}
