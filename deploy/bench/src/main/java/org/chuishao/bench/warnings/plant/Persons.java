package org.chuishao.bench.warnings.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.bench.warnings.world.Complaint;
import org.chuishao.bench.warnings.world.Course;

/** What happens to one person: nothing, again and again; a job done badly; and what is no more than life. */
final class Persons {

    private static final int LONG_BEFORE_THE_END = 50;

    private final Plot plot;

    Persons(Plot plot) {
        this.plot = plot;
    }

    void repeats(int many) {
        List<Recipe> recipes = Recipe.of(Kind.REPEAT);
        for (int i = 0; i < many; i++) {
            Recipe recipe = recipes.get(i % recipes.size());
            Person person = new Person(recipe.category());
            Instant begins = plot.period().at(plot.dayUntil(LONG_BEFORE_THE_END), recipe.begins(plot.random()));
            List<Complaint> complaints = new ArrayList<>();
            for (Duration after : recipe.arrivals(recipe.people(plot.random()), plot.random())) {
                Course course = plot.random().nextBoolean() ? Course.EXPLAINED : Course.LEFT;
                complaints.add(person.says(begins.plus(after), recipe.say(plot.random()), course));
            }
            plot.add(person.incident("again and again", Kind.REPEAT, complaints));
        }
    }

    void reworked(int many) {
        for (int i = 0; i < many; i++) {
            Recipe recipe = plot.any(Kind.QUALITY);
            Person person = new Person(recipe.category());
            Complaint only = person.says(begins(recipe), recipe.say(plot.random()), Course.REWORKED_TWICE);
            plot.add(person.incident("reworked twice", Kind.QUALITY, List.of(only)));
        }
    }

    /** Told that it is solved, and back within days. */
    void notSolved(int many) {
        for (int i = 0; i < many; i++) {
            Recipe recipe = plot.any(Kind.QUALITY);
            Person person = new Person(recipe.category());
            plot.add(person.incident("solved, and again", Kind.QUALITY, solved(person, recipe, 1, 8)));
        }
    }

    /** Solved, and the same again a season later. */
    void longAgo(int many) {
        for (int i = 0; i < many; i++) {
            Recipe recipe = plot.any(Kind.QUALITY);
            Person person = new Person(recipe.category());
            plot.add(Planted.decoy("solved, and again long after", person.community, solved(person, recipe, 22, 29)));
        }
    }

    void reworkedOnce(int many) {
        for (int i = 0; i < many; i++) {
            Recipe recipe = plot.any(Kind.QUALITY);
            Person person = new Person(recipe.category());
            Complaint only = person.says(begins(recipe), recipe.say(plot.random()), Course.REWORKED_ONCE);
            plot.add(Planted.decoy("reworked once", person.community, List.of(only)));
        }
    }

    /** Solved, and the same person comes with something else. */
    void somethingElse(int many) {
        for (int i = 0; i < many; i++) {
            Recipe recipe = plot.any(Kind.QUALITY);
            Person person = new Person(recipe.category());
            Complaint first = person.says(begins(recipe), recipe.say(plot.random()), Course.SOLVED);
            Recipe other = plot.any(Kind.REPEAT);
            Complaint second = plot.tell(
                    first.over().plus(Duration.ofDays(plot.between(1, 6))),
                    person.phone,
                    person.community,
                    other.category(),
                    other.say(plot.random()),
                    Course.LEFT);
            plot.add(Planted.decoy("solved, and something else", person.community, List.of(first, second)));
        }
    }

    /** Asks once more a week later, and leaves it at that. */
    void twice(int many) {
        for (int i = 0; i < many; i++) {
            Recipe recipe = plot.any(Kind.REPEAT);
            Person person = new Person(recipe.category());
            Complaint first = person.says(begins(recipe), recipe.say(plot.random()), Course.LEFT);
            Instant later = first.at().plus(Duration.ofDays(plot.between(5, 12)));
            Complaint second = person.says(later, recipe.say(plot.random()), Course.LEFT);
            plot.add(Planted.decoy("the same person twice", person.community, List.of(first, second)));
        }
    }

    private List<Complaint> solved(Person person, Recipe recipe, int leastDays, int mostDays) {
        Complaint first = person.says(begins(recipe), recipe.say(plot.random()), Course.SOLVED);
        Instant later = first.over().plus(Duration.ofDays(plot.between(leastDays, mostDays)));
        return List.of(first, person.says(later, recipe.say(plot.random()), Course.LEFT));
    }

    private Instant begins(Recipe recipe) {
        return plot.period().at(plot.dayUntil(LONG_BEFORE_THE_END), recipe.begins(plot.random()));
    }

    /** Somebody with one matter, in a community of his own. */
    private final class Person {

        private final String phone = plot.pen().stranger();
        private final String community = plot.places().community(plot.random());
        private final String category;

        Person(String category) {
            this.category = category;
        }

        Complaint says(Instant at, String words, Course course) {
            return plot.tell(at, phone, community, category, words, course);
        }

        Planted incident(String name, Kind kind, List<Complaint> complaints) {
            return new Planted(name, kind, community, category, null, complaints);
        }
    }
}
