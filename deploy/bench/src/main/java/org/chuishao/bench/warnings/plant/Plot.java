package org.chuishao.bench.warnings.plant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.chuishao.bench.warnings.world.Complaint;
import org.chuishao.bench.warnings.world.Course;
import org.chuishao.bench.warnings.world.Pen;
import org.chuishao.bench.warnings.world.Period;
import org.chuishao.bench.warnings.world.Places;
import org.chuishao.mesh.event.Severity;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Taxonomy;

/** The ground that is planted on, and what grows there so far. */
final class Plot {

    /** Nothing begins in the first days, and what begins late may still end within the weeks. */
    private static final int FIRST_DAY = 3;

    private static final int LAST_DAY = 77;

    private final Period period;
    private final Places places;
    private final Pen pen;
    private final SplittableRandom random;
    private final Taxonomy tree;
    private final List<Planted> planted = new ArrayList<>();
    private final List<Network> networks = new ArrayList<>();
    private final List<Complaint> usual = new ArrayList<>();

    Plot(Period period, Places places, Pen pen, SplittableRandom random, Taxonomy tree) {
        this.period = period;
        this.places = places;
        this.pen = pen;
        this.random = random;
        this.tree = tree;
    }

    Period period() {
        return period;
    }

    Places places() {
        return places;
    }

    Pen pen() {
        return pen;
    }

    SplittableRandom random() {
        return random;
    }

    List<Planted> planted() {
        return planted;
    }

    List<Network> networks() {
        return networks;
    }

    /** What belongs to a place's usual days and to nothing that is planted. */
    List<Complaint> usual() {
        return usual;
    }

    void add(Planted one) {
        planted.add(one);
    }

    LocalDate day() {
        return dayUntil(LAST_DAY);
    }

    /** Early enough that something may come of it later. */
    LocalDate dayUntil(int last) {
        return period.day(random.nextInt(FIRST_DAY, last + 1));
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    Complaint tell(Instant at, String phone, String community, String category, String words, Course course) {
        String body = "我住" + places.name(community) + "，" + words + "，请尽快派人处理。";
        return pen.write(at, phone, community, category, words, body, course);
    }

    /** By somebody who has not called before, and who is waiting still. */
    Complaint tell(Instant at, String community, Recipe recipe) {
        return tell(at, pen.stranger(), community, recipe.category(), recipe.say(random), Course.LEFT);
    }

    Recipe any(Kind kind) {
        List<Recipe> recipes = Recipe.of(kind);
        return recipes.get(random.nextInt(recipes.size()));
    }

    /** A matter in the words of the category tree; nothing that endangers life. */
    Category matter() {
        List<Category> all = tree.categories().stream()
                .filter(category -> category.code().contains(".") && category.severity() != Severity.CRITICAL)
                .toList();
        return all.get(random.nextInt(all.size()));
    }

    String wordsOf(String category) {
        return tree.category(category).orElseThrow().zh();
    }
}
