package org.chuishao.bench.warnings.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.chuishao.bench.warnings.world.Messages.Message;

/** The days of a hotline on which nothing in particular happens: real messages, from anywhere, by anybody. */
public final class Background {

    private static final int NEIGHBOURHOODS = 45_000;
    private static final int PEOPLE = 2_000;

    private final Period period;
    private final Places places;
    private final Pen pen;
    private final SplittableRandom random;

    public Background(Period period, Places places, Pen pen, SplittableRandom random) {
        this.period = period;
        this.places = places;
        this.pen = pen;
        this.random = random;
    }

    /** @param aDay how many come in on a day, in the middle of the weeks */
    public List<Complaint> of(Messages messages, int aDay) {
        double fullness =
                period.days().stream().mapToDouble(period::fullness).average().orElseThrow();
        List<Complaint> all = new ArrayList<>();
        for (LocalDate day : period.days()) {
            int many = Poisson.of(aDay * period.fullness(day) / fullness, random);
            for (int i = 0; i < many; i++) {
                all.add(complaint(
                        day, messages.all().get(random.nextInt(messages.all().size()))));
            }
        }
        return all;
    }

    private Complaint complaint(LocalDate day, Message message) {
        String community = places.anywhere(random);
        return pen.write(
                period.moment(day, random),
                neighbour(community),
                community,
                message.category(),
                message.title(),
                message.body(),
                course());
    }

    private String neighbour(String community) {
        return Pen.phone(Math.floorMod(community.hashCode(), NEIGHBOURHOODS) * PEOPLE + random.nextInt(PEOPLE));
    }

    /** Most are left where they are, since what becomes of them would be the most of the log and changes no warning. */
    private Course course() {
        int percent = random.nextInt(100);
        if (percent < 15) {
            return Course.SOLVED;
        }
        if (percent < 18) {
            return Course.EXPLAINED;
        }
        if (percent < 20) {
            return Course.REWORKED_ONCE;
        }
        return percent < 22 ? Course.WITHDRAWN : Course.LEFT;
    }
}
