package org.chuishao.bench.warnings.match;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.chuishao.bench.warnings.plant.Kind;
import org.chuishao.bench.warnings.plant.Planted;
import org.chuishao.bench.warnings.world.Complaint;
import org.chuishao.bench.warnings.world.Course;
import org.chuishao.bench.warnings.world.Pen;
import org.jspecify.annotations.Nullable;

/** Incidents and warnings made by hand. */
final class Made {

    static final Instant BEGINS = Instant.parse("2025-08-05T02:00:00Z");
    static final String COMMUNITY = "210102001002";
    static final String BURST = "WATER_OFF.BURST_MAIN";

    private static final Pen PEN = new Pen(new SplittableRandom(9));

    private Made() {}

    /** A complaint every ten minutes. */
    static List<Complaint> complaints(int many, String category) {
        List<Complaint> complaints = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            complaints.add(PEN.write(
                    BEGINS.plus(Duration.ofMinutes(10L * i)),
                    PEN.stranger(),
                    COMMUNITY,
                    category,
                    "",
                    "",
                    Course.LEFT));
        }
        return complaints;
    }

    static Planted planted(@Nullable Kind kind, @Nullable String network, int many) {
        return new Planted("made", kind, COMMUNITY, BURST, network, complaints(many, BURST));
    }

    /** Of the first tickets of something planted, decided by the last of them. */
    static Raised warning(String rule, Planted of, int tickets) {
        List<Complaint> evidence = of.complaints().subList(0, tickets);
        Set<UUID> ids = new HashSet<>();
        evidence.forEach(complaint -> ids.add(complaint.ticket()));
        Instant at = evidence.get(tickets - 1).at();
        return new Raised(
                UUID.randomUUID().toString(), rule, "RAISED", of.region(), BURST, of.network(), at, at, at, ids);
    }
}
