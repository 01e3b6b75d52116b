package org.chuishao.bench.warnings.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chuishao.bench.warnings.plant.Network.Reach;
import org.chuishao.bench.warnings.world.Complaint;
import org.chuishao.bench.warnings.world.Course;

/** What fails for several communities at once, on networks that are known; and calls from networks that are whole. */
final class Facilities {

    private static final List<String> ESTATES = List.of("锦绣家园", "阳光花园", "滨河新城", "祥和里", "枫林苑", "东方雅居");
    private static final int TOWN = 9;

    private final Plot plot;

    Facilities(Plot plot) {
        this.plot = plot;
    }

    void plant(int many) {
        List<Recipe> recipes = Recipe.of(Kind.FACILITY);
        for (int i = 0; i < many; i++) {
            plot.add(failure(recipes.get(i % recipes.size())));
        }
    }

    private Planted failure(Recipe recipe) {
        Network network = network(recipe, plot.between(2, 5));
        Instant begins = plot.period().at(plot.day(), recipe.begins(plot.random()));
        List<Complaint> complaints = new ArrayList<>();
        for (Duration after : recipe.arrivals(recipe.people(plot.random()), plot.random())) {
            complaints.add(onNetwork(begins.plus(after), network, recipe));
        }
        return new Planted(
                "failure " + recipe.category(),
                Kind.FACILITY,
                network.region(),
                recipe.category(),
                network.code(),
                complaints);
    }

    /** Two households of the network, each with a tap of its own that drips; days later two others. */
    void two(int many) {
        for (int i = 0; i < many; i++) {
            Recipe recipe = plot.any(Kind.FACILITY);
            Network network = network(recipe, 3);
            Instant begins = plot.period().at(plot.dayUntil(70), recipe.begins(plot.random()));
            List<Complaint> complaints = new ArrayList<>();
            for (int pair = 0; pair < 2; pair++) {
                Instant at = begins.plus(Duration.ofHours(50L * pair));
                complaints.add(onNetwork(at, network, recipe));
                complaints.add(onNetwork(at.plus(Duration.ofMinutes(plot.between(2, 12))), network, recipe));
            }
            plot.add(Planted.decoy("two on a network", network.region(), complaints));
        }
    }

    /** Four people whom the network reaches complain within minutes, of something that it does not supply. */
    void anotherService(int many) {
        for (int i = 0; i < many; i++) {
            Network network = network(plot.any(Kind.FACILITY), 2);
            Recipe other = plot.any(Kind.REPEAT);
            Instant begins = plot.period().at(plot.day(), other.begins(plot.random()));
            List<Complaint> complaints = new ArrayList<>();
            for (int n = 0; n < 4; n++) {
                Instant at = begins.plus(Duration.ofMinutes(6L * n));
                complaints.add(onNetwork(at, network, other));
            }
            plot.add(Planted.decoy("another service's matter on a network", network.region(), complaints));
        }
    }

    /** Half of the networks reach whole communities, the others an estate of each. */
    private Network network(Recipe recipe, int reaches) {
        List<String> communities = plot.places().neighbours(reaches, plot.random());
        String estate = plot.random().nextBoolean() ? ESTATES.get(plot.random().nextInt(ESTATES.size())) : null;
        String code = String.format(Locale.ROOT, "BENCH-%02d", plot.networks().size() + 1);
        Network network = new Network(
                code,
                code + " " + plot.wordsOf(recipe.category()),
                Network.lineOf(recipe.category()),
                communities.get(0).substring(0, TOWN),
                communities.stream()
                        .map(community -> new Reach(community, estate))
                        .toList());
        plot.networks().add(network);
        return network;
    }

    private Complaint onNetwork(Instant at, Network network, Recipe recipe) {
        Reach reach =
                network.reaches().get(plot.random().nextInt(network.reaches().size()));
        String words = recipe.say(plot.random());
        return plot.tell(
                at,
                plot.pen().stranger(),
                reach.region(),
                recipe.category(),
                reach.estate() == null ? words : reach.estate() + words,
                Course.LEFT);
    }
}
