package org.chuishao.bench.accept;

import java.time.Duration;

/** By when a part of the benchmark has to be through, on the JVM's own count of nanoseconds. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean past() {
        return System.nanoTime() - nanos >= 0;
    }
}
