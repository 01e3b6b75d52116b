package org.chuishao.routing.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.location.CountyOutlines;
import org.chuishao.mesh.reference.Region;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.routing.category.Tsv;
import org.junit.jupiter.api.Test;

/** Places in free text, against all 18,000 names of the province: right or coarser, hardly ever another place. */
class PlacesTest {

    private static final Path DIVISIONS =
            Path.of("..", "grid-service", "src", "main", "resources", "reference", "liaoning_divisions.tsv");

    private record Case(String code, String text) {}

    private record Outcome(Case it, String found) {

        boolean exact() {
            return found.equals(it.code());
        }

        boolean coarser() {
            return !exact() && it.code().startsWith(found);
        }

        boolean wrong() {
            return !it.code().startsWith(found);
        }
    }

    @Test
    void a_place_is_found_or_a_larger_one_around_it_and_hardly_ever_another() throws IOException {
        Whereabouts places = new Whereabouts(regions(), CountyOutlines.ofLiaoning());
        List<Outcome> outcomes = cases().stream()
                .map(it -> new Outcome(it, find(places, it.text())))
                .toList();

        long exact = outcomes.stream().filter(Outcome::exact).count();
        long coarser = outcomes.stream().filter(Outcome::coarser).count();
        List<Outcome> wrong = outcomes.stream().filter(Outcome::wrong).toList();
        double all = outcomes.size();
        System.out.printf(
                "places: %d texts, exact %.3f, right or safely coarser %.3f, wrong %.3f%n",
                outcomes.size(), exact / all, (exact + coarser) / all, wrong.size() / all);
        outcomes.stream()
                .filter(it -> !it.exact())
                .forEach(it -> System.out.printf(
                        "  %s -> %s %s%n", it.it().code(), it.found(), it.it().text()));

        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(200);
        assertThat((exact + coarser) / all).isGreaterThanOrEqualTo(0.97);
        assertThat(wrong.size() / all).as(wrong.toString()).isLessThanOrEqualTo(0.01);
        // to name the province each time would be safe as well
        assertThat(exact / all).isGreaterThanOrEqualTo(0.85);
    }

    private static String find(Whereabouts places, String text) {
        return places.find(new Assessor.Words("", text, null, null, RegionCode.PROVINCE, null))
                .region();
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        Tsv.read("/routing/places.tsv", 2, row -> cases.add(new Case(row.text(0), row.text(1))));
        return cases;
    }

    private static List<Region> regions() throws IOException {
        List<Region> regions = new ArrayList<>();
        regions.add(new Region(RegionCode.PROVINCE, 1, "辽宁省", null, false, null, null));
        for (String line : Files.readAllLines(DIVISIONS)) {
            String[] fields = line.split("\t", -1);
            if (fields[0].matches("[0-9]{4,12}")) {
                int level = Integer.parseInt(fields[1]);
                regions.add(new Region(
                        fields[0], level, fields[2], RegionCode.at(fields[0], level - 1), false, null, null));
            }
        }
        return regions;
    }
}
