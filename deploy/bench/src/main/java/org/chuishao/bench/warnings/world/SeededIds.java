package org.chuishao.bench.warnings.world;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/** Ids as the services give them, version 7 of RFC 9562, yet the same for the same seed. */
public final class SeededIds {

    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private SeededIds() {}

    public static UUID of(Instant at, SplittableRandom random) {
        long high = at.toEpochMilli() << 16 | VERSION | random.nextInt(1 << 12);
        return new UUID(high, VARIANT | random.nextLong() >>> 2);
    }
}
