package org.chuishao.bench.warnings.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/** Writes complaints down, and knows numbers of people who have not called yet. */
public final class Pen {

    private static final int LONGEST_HOURS = 72;
    private static final int SHORTEST_HOURS = 3;

    /** Above the numbers that the other days' callers have. */
    private static final int FIRST_STRANGER = 90_000_000;

    private final SplittableRandom random;
    private int strangers = FIRST_STRANGER;

    public Pen(SplittableRandom random) {
        this.random = random;
    }

    /** Somebody who is nobody else. */
    public String stranger() {
        return phone(strangers++);
    }

    public static String phone(int number) {
        return String.format(Locale.ROOT, "170%08d", number);
    }

    public Complaint write(
            Instant at, String phone, String community, String category, String title, String body, Course course) {
        Duration pace = Duration.ofHours(random.nextInt(SHORTEST_HOURS, LONGEST_HOURS));
        return new Complaint(SeededIds.of(at, random), at, phone, community, category, title, body, course, pace);
    }
}
