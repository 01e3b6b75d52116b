package org.chuishao.bench.warnings.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.bench.warnings.world.Complaint;
import org.chuishao.bench.warnings.world.Course;

/** What happens in one community to several households. */
final class Clusters {

    /** Some call a second time, to ask where the help is. */
    private static final double CALLS_AGAIN = 0.1;

    private static final Duration BEFORE_CALLING_AGAIN = Duration.ofMinutes(40);

    private final Plot plot;

    Clusters(Plot plot) {
        this.plot = plot;
    }

    void plant(int many) {
        List<Recipe> recipes = Recipe.of(Kind.CLUSTER);
        for (int i = 0; i < many; i++) {
            plot.add(cluster(recipes.get(i % recipes.size())));
        }
    }

    private Planted cluster(Recipe recipe) {
        String community = plot.places().community(plot.random());
        Instant begins = plot.period().at(plot.day(), recipe.begins(plot.random()));
        List<Complaint> complaints = new ArrayList<>();
        for (Duration after : recipe.arrivals(recipe.people(plot.random()), plot.random())) {
            Complaint first = plot.tell(begins.plus(after), community, recipe);
            complaints.add(first);
            if (plot.random().nextDouble() < CALLS_AGAIN) {
                complaints.add(again(first, recipe));
            }
        }
        return new Planted(
                "cluster " + recipe.category(), Kind.CLUSTER, community, recipe.category(), null, complaints);
    }

    private Complaint again(Complaint first, Recipe recipe) {
        return plot.tell(
                first.at().plus(BEFORE_CALLING_AGAIN),
                first.phone(),
                first.community(),
                first.category(),
                recipe.say(plot.random()),
                Course.LEFT);
    }
}
