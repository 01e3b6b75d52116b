package org.chuishao.mesh.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that is set by the database's. Between two readings it runs with the system's; a reading within its own error
 * changes nothing, so that it does not jump to and fro. Before the first reading it is the system's clock.
 */
final class DatabaseClock extends Clock {

    private final Clock system;
    private volatile Duration offset = Duration.ZERO;

    DatabaseClock(Clock system) {
        this.system = system;
    }

    /** Takes a reading of the database's clock that was asked for at {@code asked} and arrived at {@code answered}. */
    void set(Instant asked, Instant answered, Instant database) {
        Duration error = Duration.between(asked, answered).dividedBy(2);
        Duration read = Duration.between(asked.plus(error), database);
        if (read.minus(offset).abs().compareTo(error) > 0) {
            offset = read;
        }
    }

    Instant systemTime() {
        return system.instant();
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    private static final class Zoned extends Clock {

        private final DatabaseClock clock;
        private final ZoneId zone;

        Zoned(DatabaseClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
