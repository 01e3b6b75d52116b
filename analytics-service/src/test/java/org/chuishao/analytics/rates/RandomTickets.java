package org.chuishao.analytics.rates;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.RandomLife;

/**
 * Tickets whose events chance writes: the next act where it stands, its clocks, and in between what came too late, twice,
 * or out of turn. All of it lies in one city that no other test speaks of.
 */
final class RandomTickets {

    static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final int DAYS = 150;

    private final Random chance;
    private final Words words;
    private final List<RandomLife> lives = new ArrayList<>();
    private final Map<UUID, Instant> times = new HashMap<>();
    private final Map<UUID, Event> said = new HashMap<>();
    private final Map<UUID, RandomClocks> clocks = new HashMap<>();

    RandomTickets(long seed, int many) {
        chance = new Random(seed);
        words = new Words(chance);
        for (int number = 1; number <= many; number++) {
            UUID id = new UUID(chance.nextLong(), chance.nextLong());
            lives.add(new RandomLife(seed, number, id, BEGIN, UnaryOperator.identity()));
            times.put(id, BEGIN.plus(Duration.ofHours(chance.nextInt(24 * DAYS))));
            clocks.put(id, new RandomClocks(chance));
        }
    }

    List<RandomLife> all() {
        return lives;
    }

    /** What stands next on the log. */
    Event next() {
        RandomLife life = lives.get(chance.nextInt(lives.size()));
        Event event = next(life);
        life.hear(event);
        clocks.get(life.ticket()).heard(life, event);
        return event;
    }

    private Event next(RandomLife life) {
        int kind = chance.nextInt(100);
        if (kind < 50) {
            return written(life, words.nextOf(life));
        }
        if (kind < 70) {
            return clocks.get(life.ticket()).next(at(life), life).orElseGet(() -> written(life, words.nextOf(life)));
        }
        if (kind < 75) {
            return written(life, new Words.Next(words.aside(), null));
        }
        Event any = life.next();
        // the very same event again, or the first of its id
        return said.computeIfAbsent(
                any.id(),
                id -> new Event(
                        id,
                        any.ticket(),
                        any.source(),
                        at(life),
                        any.round(),
                        any.assignment(),
                        any.basedOn(),
                        any.actor(),
                        words.otherwise(any.data())));
    }

    private Event written(RandomLife life, Words.Next next) {
        return of(chance, life, at(life), next.data(), next.part());
    }

    static Event of(Random chance, RandomLife life, Instant at, EventData data, UUID part) {
        UUID id = new UUID(chance.nextLong(), chance.nextLong());
        Actor author = Actor.service(Source.INTAKE);
        return new Event(id, life.ticket(), Source.INTAKE, at, life.round(), part, 0, author, data);
    }

    /** Mostly later than what was said before, now and then a little earlier. */
    private Instant at(RandomLife life) {
        long minutes = chance.nextInt(20) == 0 ? -chance.nextInt(600) : chance.nextInt(36 * 60);
        Instant now = times.get(life.ticket()).plus(minutes, ChronoUnit.MINUTES);
        times.put(life.ticket(), now);
        return now;
    }
}
