package org.chuishao.bench.warnings.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final SplittableRandom random = new SplittableRandom(7);
    private final Places places = new Places(random);

    @Test
    void nothing_is_given_out_twice() {
        Set<String> counties = new HashSet<>();
        for (int i = 0; i < 15; i++) {
            assertThat(counties.add(places.county(10, random))).isTrue();
        }
        Set<String> towns = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String community = places.community(random);
            assertThat(towns.add(community.substring(0, 9))).isTrue();
            assertThat(counties).doesNotContain(community.substring(0, 6));
        }
    }

    @Test
    void neighbours_are_of_one_town_and_different() {
        List<String> neighbours = places.neighbours(4, random);

        assertThat(neighbours).hasSize(4).doesNotHaveDuplicates();
        assertThat(neighbours.stream()
                        .map(community -> community.substring(0, 9))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void all_over_a_county_no_town_has_many() {
        String county = places.county(12, random);

        List<String> spread = places.allOver(county, 24, random);

        assertThat(spread).hasSize(24).allMatch(community -> community.startsWith(county));
        assertThat(spread.stream()
                        .collect(Collectors.groupingBy(community -> community.substring(0, 9), Collectors.counting()))
                        .values())
                .allMatch(many -> many <= 2);
    }

    @Test
    void large_cities_call_more() {
        long shenyang = random.longs(2_000)
                .mapToObj(n -> places.anywhere(random))
                .filter(community -> community.startsWith("2101"))
                .count();

        assertThat(shenyang).isBetween(300L, 600L);
    }
}
