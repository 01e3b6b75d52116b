package org.chuishao.bench.warnings.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.chuishao.routing.category.Tsv;

/**
 * Liaoning's communities, each with its share of the calls, and who has which place: nothing that is planted shares a town
 * with anything else that is, so that whatever is warned of there has one cause.
 */
public final class Places {

    private static final String DIVISIONS = "/reference/liaoning_divisions.tsv";
    private static final int CITY = 4;
    private static final int COUNTY = 6;
    private static final int TOWN = 9;
    private static final int COMMUNITY = 12;

    /** How unlike the communities of one city are in their calls. */
    private static final double SPREAD = 0.6;

    /** By the millions who live there, at the census of 2020. */
    private static final Map<String, Double> MILLIONS = Map.ofEntries(
            Map.entry("2101", 9.1),
            Map.entry("2102", 7.5),
            Map.entry("2103", 3.3),
            Map.entry("2104", 1.9),
            Map.entry("2105", 1.3),
            Map.entry("2106", 2.2),
            Map.entry("2107", 2.7),
            Map.entry("2108", 2.3),
            Map.entry("2109", 1.6),
            Map.entry("2110", 1.6),
            Map.entry("2111", 1.4),
            Map.entry("2112", 2.4),
            Map.entry("2113", 2.9),
            Map.entry("2114", 2.4));

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<String>> communitiesOfTown = new TreeMap<>();
    private final List<String> communities = new ArrayList<>();
    private final double[] shareUpTo;
    private final Set<String> taken = new HashSet<>();

    public Places(SplittableRandom random) {
        Tsv.read(DIVISIONS, 3, row -> names.put(row.text(0), row.text(2)));
        names.keySet().stream()
                .filter(code -> code.length() == COMMUNITY)
                .sorted()
                .forEach(communities::add);
        Map<String, Integer> ofCity = new HashMap<>();
        for (String community : communities) {
            ofCity.merge(community.substring(0, CITY), 1, Integer::sum);
            communitiesOfTown
                    .computeIfAbsent(community.substring(0, TOWN), town -> new ArrayList<>())
                    .add(community);
        }
        shareUpTo = new double[communities.size()];
        double sum = 0;
        for (int i = 0; i < shareUpTo.length; i++) {
            String city = communities.get(i).substring(0, CITY);
            double usual = MILLIONS.getOrDefault(city, 1.0) / ofCity.getOrDefault(city, 1);
            sum += usual * Math.exp(SPREAD * random.nextGaussian());
            shareUpTo[i] = sum;
        }
    }

    /** A community as calls come in from them. */
    public String anywhere(SplittableRandom random) {
        double share = random.nextDouble() * shareUpTo[shareUpTo.length - 1];
        int found = Arrays.binarySearch(shareUpTo, share);
        return communities.get(found < 0 ? -found - 1 : found);
    }

    /** A county with so many towns that nothing was planted in yet, and nothing else will be. */
    public String county(int towns, SplittableRandom random) {
        while (true) {
            String county = anywhere(random).substring(0, COUNTY);
            if (townsOf(county).size() >= towns && taken.stream().noneMatch(place -> place.startsWith(county))) {
                taken.add(county);
                return county;
            }
        }
    }

    /** So many communities of one town that nothing was planted in yet, and nothing else will be. */
    public List<String> neighbours(int many, SplittableRandom random) {
        while (true) {
            String town = anywhere(random).substring(0, TOWN);
            List<String> all = communitiesOfTown.getOrDefault(town, List.of());
            if (all.size() >= many && !taken.contains(town.substring(0, COUNTY)) && taken.add(town)) {
                int first = random.nextInt(all.size() - many + 1);
                return all.subList(first, first + many);
            }
        }
    }

    public String community(SplittableRandom random) {
        return neighbours(1, random).get(0);
    }

    /** So many places of a county that no two communities are the same and no town has many, as far as there are enough. */
    public List<String> allOver(String county, int many, SplittableRandom random) {
        List<String> spread = new ArrayList<>();
        List<List<String>> towns = new ArrayList<>();
        for (String town : townsOf(county)) {
            towns.add(shuffled(communitiesOfTown.getOrDefault(town, List.of()), random));
        }
        for (int turn = 0; spread.size() < many; turn++) {
            for (List<String> town : shuffled(towns, random)) {
                spread.add(town.get(turn % town.size()));
            }
        }
        return spread.subList(0, many);
    }

    /** As people say it: the county, the town and the community. */
    public String name(String community) {
        return names.getOrDefault(community.substring(0, COUNTY), "")
                + names.getOrDefault(community.substring(0, TOWN), "")
                + names.getOrDefault(community, "");
    }

    private List<String> townsOf(String county) {
        return communitiesOfTown.keySet().stream()
                .filter(town -> town.startsWith(county))
                .toList();
    }

    private static <T> List<T> shuffled(List<T> some, SplittableRandom random) {
        List<T> shuffled = new ArrayList<>(some);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }
}
