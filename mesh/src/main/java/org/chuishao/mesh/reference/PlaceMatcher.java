package org.chuishao.mesh.reference;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chuishao.mesh.reference.PlaceName.Form;

/** Reads the names of regions out of a text: leftmost and longest first, none inside another. */
final class PlaceMatcher {

    /** One region that bears a name, and in which form. */
    record Bearer(int region, Form form) {}

    /** A name in the text and who may be meant. */
    record Hit(int begin, int end, List<Bearer> bearers) {}

    /** Behind a name without its ending they make a road, a station or another place of it: 大连路, 朝阳门, 新民胡同. */
    private static final String OTHERWISE = "路街道巷桥村屯镇乡区县州门胡弄里";

    private static final Set<String> OTHERWISE_TWO = Set.of("大街", "大道", "大路", "大桥", "广场", "公园", "小区", "花园", "社区");

    private final RegionTree tree;
    private final AhoCorasickDoubleArrayTrie<List<Bearer>> names = new AhoCorasickDoubleArrayTrie<>();

    PlaceMatcher(RegionTree tree) {
        this.tree = tree;
        Map<String, List<Bearer>> dictionary = new TreeMap<>();
        Set<String> cities = new HashSet<>();
        for (int i = 0; i < tree.size(); i++) {
            Region region = tree.region(i);
            if (region.level() == 2) {
                cities.add(PlaceName.stem(region.name()));
            }
            for (PlaceName name : PlaceName.of(region, cities)) {
                List<Bearer> bearers = dictionary.computeIfAbsent(name.text(), text -> new ArrayList<>(1));
                // a town and a village in it by one name: the town, or one word would count twice
                int bearer = i;
                if (bearers.stream().noneMatch(b -> tree.isAncestor(b.region(), bearer))) {
                    bearers.add(new Bearer(bearer, name.form()));
                }
            }
        }
        if (!dictionary.isEmpty()) {
            names.build(dictionary);
        }
    }

    List<Hit> hits(String text) {
        if (tree.size() == 0) {
            return List.of();
        }
        List<Hit> found = new ArrayList<>();
        names.parseText(text, (begin, end, bearers) -> {
            found.add(new Hit(begin, end, bearers));
        });
        found.sort((a, b) -> a.begin() != b.begin() ? a.begin() - b.begin() : b.end() - a.end());
        List<Hit> taken = new ArrayList<>(4);
        for (Hit hit : found) {
            if (taken.isEmpty() || hit.begin() >= last(taken).end()) {
                List<Bearer> meant = meant(hit, text, taken);
                if (!meant.isEmpty()) {
                    taken.add(new Hit(hit.begin(), hit.end(), meant));
                }
            }
        }
        return taken;
    }

    private List<Bearer> meant(Hit hit, String text, List<Hit> before) {
        boolean otherwise = readsOtherwise(text, hit.end());
        List<Bearer> meant = new ArrayList<>(hit.bearers().size());
        for (Bearer bearer : hit.bearers()) {
            boolean counts =
                    switch (bearer.form()) {
                        case FULL -> true;
                        case SHORT -> !otherwise;
                        case BOUND -> !otherwise && follows(bearer, hit, before);
                    };
            if (counts) {
                meant.add(bearer);
            }
        }
        return meant;
    }

    /** Right behind the region next above it; three characters may skip one level. */
    private boolean follows(Bearer bearer, Hit hit, List<Hit> before) {
        if (before.isEmpty() || last(before).end() != hit.begin()) {
            return false;
        }
        int steps = hit.end() - hit.begin() > 2 ? 2 : 1;
        return last(before).bearers().stream()
                .anyMatch(b -> tree.isAncestor(b.region(), bearer.region())
                        && level(bearer.region()) - level(b.region()) <= steps);
    }

    private int level(int region) {
        return tree.region(region).level();
    }

    private static boolean readsOtherwise(String text, int end) {
        return end < text.length()
                && (OTHERWISE.indexOf(text.charAt(end)) >= 0
                        || (end + 2 <= text.length() && OTHERWISE_TWO.contains(text.substring(end, end + 2))));
    }

    private static Hit last(List<Hit> hits) {
        return hits.get(hits.size() - 1);
    }
}
