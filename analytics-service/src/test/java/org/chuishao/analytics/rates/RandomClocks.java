package org.chuishao.analytics.rates;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineAnnulled;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineExcused;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineMissed;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.fold.RandomLife;

/** What is said of the clocks of one ticket: they are armed, moved, missed, excused and annulled, also for a former end. */
final class RandomClocks {

    private final Random chance;
    private final List<UUID> bare = new ArrayList<>();
    private final List<Clock> clocks = new ArrayList<>();

    private static final class Clock {
        private final UUID id;
        private final UUID part;
        private final String act;
        private Instant due;
        private Instant former;

        private Clock(UUID id, UUID part, String act, Instant due) {
            this.id = id;
            this.part = part;
            this.act = act;
            this.due = due;
            this.former = due;
        }
    }

    RandomClocks(Random chance) {
        this.chance = chance;
    }

    void heard(RandomLife life, Event event) {
        UUID part = event.assignment();
        boolean known = clocks.stream().anyMatch(clock -> clock.part.equals(part));
        if (part != null && life.parts().containsKey(part) && !known && !bare.contains(part)) {
            bare.add(part);
        }
    }

    Optional<Event> next(Instant now, RandomLife life) {
        if (!bare.isEmpty()) {
            UUID part = bare.remove(0);
            return Optional.of(RandomTickets.of(chance, life, now, armed(part, now), part));
        }
        if (clocks.isEmpty()) {
            return Optional.empty();
        }
        Clock clock = clocks.get(chance.nextInt(clocks.size()));
        return Optional.of(RandomTickets.of(chance, life, now, about(clock, now), clock.part));
    }

    private DeadlineArmed armed(UUID part, Instant now) {
        Clock sign = clock(part, "SIGN", now, 30);
        Clock hard = clock(part, "SIGN_HARD", now, 60);
        Clock contact = clock(part, "CONTACT", now, 60);
        Clock resolve = clock(part, "RESOLVE", now, 120);
        return new DeadlineArmed(sign.id, sign.act, sign.due, "r1", List.of(also(hard), also(contact), also(resolve)));
    }

    private static DeadlineArmed.Also also(Clock clock) {
        return new DeadlineArmed.Also(clock.id, clock.act, clock.due, "r1");
    }

    /** To the nanosecond, which the database does not keep. */
    private Clock clock(UUID part, String act, Instant now, int hours) {
        UUID id = new UUID(chance.nextLong(), chance.nextLong());
        Instant due = now.plus(Duration.ofHours(chance.nextInt(hours))).plusNanos(123_456_789);
        Clock clock = new Clock(id, part, act, due);
        clocks.add(clock);
        return clock;
    }

    private EventData about(Clock clock, Instant now) {
        Instant end = chance.nextInt(6) == 0 ? clock.former : clock.due;
        return switch (chance.nextInt(5)) {
            case 0 -> {
                clock.former = clock.due;
                clock.due = now.plus(Duration.ofHours(1 + chance.nextInt(100))).plusNanos(chance.nextInt(1_000_000));
                yield DeadlineArmed.one(clock.id, clock.act, clock.due, "r2");
            }
            case 1 -> new DeadlineExcused(clock.id, clock.act, end, end, new Sealed("k.words"));
            case 2 -> new DeadlineAnnulled(clock.id, clock.act, "moved on");
            default -> new DeadlineMissed(clock.id, clock.act, end);
        };
    }
}
