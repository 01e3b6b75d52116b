package org.chuishao.bench.warnings.plant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.chuishao.bench.warnings.world.Complaint;
import org.chuishao.bench.warnings.world.Course;

/** What happens all over a county; and counties that are as full as they always are. */
final class Counties {

    /** Enough that those who complain live far apart. */
    private static final int TOWNS = 12;

    /** From here on a county's usual is known. */
    private static final int USUAL_KNOWN = 56;

    private static final List<String> OF_MONDAYS = List.of(
            "SERVICE_HALLS.STEPS_AND_PAPERS",
            "TRAFFIC_POLICE.LIGHTS_AND_THEIR_TIMING",
            "HEALTH.HARD_TO_SEE_A_DOCTOR",
            "PARKING.PARKING_ON_PAVEMENTS");
    private static final List<String> OF_HOLIDAYS =
            List.of("SCENIC_SPOTS.CROWDS", "HIGHWAYS.TOLL_DISPUTES", "TOURISM_CULTURE.PRICE_RAISED_AT_ONCE");

    private final Plot plot;

    Counties(Plot plot) {
        this.plot = plot;
    }

    /** A day of much more than usual; half of the counties have some of the matter on every working day. */
    void anomalies(int many) {
        List<Recipe> recipes = Recipe.of(Kind.ANOMALY);
        for (int i = 0; i < many; i++) {
            Recipe recipe = recipes.get(i % recipes.size());
            String county = county();
            if (i % 2 == 0) {
                for (LocalDate day : days(plot.period()::working)) {
                    plot.usual().addAll(aDay(county, recipe.category(), day, plot.between(2, 4)));
                }
            }
            List<LocalDate> days = days(plot.period()::working).stream()
                    .filter(day -> !day.isBefore(plot.period().day(USUAL_KNOWN)))
                    .toList();
            LocalDate day = days.get(plot.random().nextInt(days.size()));
            plot.add(new Planted(
                    "anomaly " + recipe.category(),
                    Kind.ANOMALY,
                    county,
                    recipe.category(),
                    null,
                    theDay(county, recipe, day)));
        }
    }

    private List<Complaint> theDay(String county, Recipe recipe, LocalDate day) {
        int people = recipe.people(plot.random());
        var begins = plot.period().at(day, recipe.begins(plot.random()));
        var places = plot.places().allOver(county, people, plot.random()).iterator();
        return recipe.arrivals(people, plot.random()).stream()
                .map(after -> plot.tell(begins.plus(after), places.next(), recipe))
                .toList();
    }

    /** On each day of a long holiday as many as there always are then. */
    void holidayWaves(int many) {
        for (int i = 0; i < many; i++) {
            decoy("a holiday's usual wave", OF_HOLIDAYS.get(i % OF_HOLIDAYS.size()), 7, 11, plot.period()::holiday);
        }
    }

    /** Every Monday is full, as full as any other; the days between are not. */
    void busyMondays(int many) {
        for (int i = 0; i < many; i++) {
            decoy(
                    "a busy county's usual Monday",
                    OF_MONDAYS.get(i % OF_MONDAYS.size()),
                    9,
                    13,
                    day -> day.getDayOfWeek() == DayOfWeek.MONDAY
                            && plot.period().working(day));
        }
    }

    private void decoy(String name, String category, int least, int most, Predicate<LocalDate> which) {
        String county = county();
        List<Complaint> complaints = new ArrayList<>();
        for (LocalDate day : days(which)) {
            complaints.addAll(aDay(county, category, day, plot.between(least, most)));
        }
        plot.add(Planted.decoy(name, county, complaints));
    }

    private List<Complaint> aDay(String county, String category, LocalDate day, int people) {
        return plot.places().allOver(county, people, plot.random()).stream()
                .map(community -> plot.tell(
                        plot.period().moment(day, plot.random()),
                        plot.pen().stranger(),
                        community,
                        category,
                        plot.wordsOf(category),
                        Course.LEFT))
                .toList();
    }

    private List<LocalDate> days(Predicate<LocalDate> which) {
        return plot.period().days().stream().filter(which).toList();
    }

    private String county() {
        return plot.places().county(TOWNS, plot.random());
    }
}
