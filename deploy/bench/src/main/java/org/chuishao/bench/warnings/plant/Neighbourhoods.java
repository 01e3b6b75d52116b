package org.chuishao.bench.warnings.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.bench.warnings.world.Complaint;
import org.chuishao.bench.warnings.world.Course;
import org.chuishao.routing.category.Category;
import org.jspecify.annotations.Nullable;

/** Communities where much is heard and nothing has happened: decoys of a cluster. */
final class Neighbourhoods {

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final Plot plot;

    Neighbourhoods(Plot plot) {
        this.plot = plot;
    }

    /** One person who calls about everything. */
    void loudCaller(int many) {
        for (int i = 0; i < many; i++) {
            everything("one person, many calls", plot.between(8, 12), plot.pen().stranger());
        }
    }

    /** A day and a half of a lively community: everybody has a matter of his own. */
    void manyMatters(int many) {
        for (int i = 0; i < many; i++) {
            everything("one community, many matters", plot.between(8, 15), null);
        }
    }

    private void everything(String name, int calls, @Nullable String phone) {
        String community = plot.places().community(plot.random());
        Instant begins = begins();
        List<Complaint> complaints = new ArrayList<>();
        for (Category matter : matters(calls)) {
            complaints.add(plot.tell(
                    begins.plusMillis(plot.random().nextLong(TWO_DAYS.toMillis())),
                    phone == null ? plot.pen().stranger() : phone,
                    community,
                    matter.code(),
                    matter.zh(),
                    Course.LEFT));
        }
        plot.add(Planted.decoy(name, community, complaints));
    }

    private List<Category> matters(int many) {
        List<Category> matters = new ArrayList<>();
        while (matters.size() < many) {
            Category matter = plot.matter();
            if (!matters.contains(matter)) {
                matters.add(matter);
            }
        }
        return matters;
    }

    /** A family or two: a few people of one matter within half a day, each of whom calls twice or once. */
    void few(int many, int calls) {
        for (int i = 0; i < many; i++) {
            String community = plot.places().community(plot.random());
            Recipe recipe = plot.any(Kind.CLUSTER);
            Instant begins = begins();
            List<Complaint> complaints = new ArrayList<>();
            for (int people = plot.between(3, 4); people > 0; people--) {
                String phone = plot.pen().stranger();
                for (int call = 0; call < calls; call++) {
                    complaints.add(plot.tell(
                            begins.plus(Duration.ofMinutes(plot.between(0, 700))),
                            phone,
                            community,
                            recipe.category(),
                            recipe.say(plot.random()),
                            Course.LEFT));
                }
            }
            plot.add(Planted.decoy(calls == 1 ? "a few neighbours" : "a few, each twice", community, complaints));
        }
    }

    /** Many in the end, yet never two of a week's half. */
    void slowDrip(int many) {
        for (int i = 0; i < many; i++) {
            String community = plot.places().community(plot.random());
            Recipe recipe = plot.any(Kind.CLUSTER);
            Instant at = plot.period().at(plot.dayUntil(15), recipe.fromHour());
            List<Complaint> complaints = new ArrayList<>();
            for (int people = plot.between(9, 13); people > 0; people--) {
                complaints.add(plot.tell(at, community, recipe));
                at = at.plus(Duration.ofHours(plot.between(80, 120)));
            }
            plot.add(Planted.decoy("many over weeks", community, complaints));
        }
    }

    /** Water comes back before the next one calls; each takes the complaint back at once. */
    void withdrawn(int many) {
        for (int i = 0; i < many; i++) {
            String community = plot.places().community(plot.random());
            Recipe recipe = plot.any(Kind.CLUSTER);
            Instant at = begins();
            List<Complaint> complaints = new ArrayList<>();
            for (int people = plot.between(8, 12); people > 0; people--) {
                complaints.add(plot.tell(
                        at,
                        plot.pen().stranger(),
                        community,
                        recipe.category(),
                        recipe.say(plot.random()),
                        i % 2 == 0 ? Course.WITHDRAWN_AT_ONCE : Course.WITHDRAWN));
                at = at.plus(Duration.ofMinutes(plot.between(25, 60)));
            }
            plot.add(Planted.decoy("taken back", community, complaints));
        }
    }

    private Instant begins() {
        return plot.period().at(plot.day(), 7 + 4 * plot.random().nextDouble());
    }
}
