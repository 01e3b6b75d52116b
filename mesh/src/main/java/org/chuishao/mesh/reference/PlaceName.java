package org.chuishao.mesh.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One way in which people write the name of a region, and what it is worth as evidence. */
record PlaceName(String text, Form form) {

    enum Form {
        /** As in the register, or with a usual ending: 和平区, 水源地社区. */
        FULL,
        /** Without its ending, yet long or known enough to stand alone: 沈阳, 沙河口. */
        SHORT,
        /** So common a word that it counts only right behind the name of an ancestor: 和平 in 沈阳和平. */
        BOUND
    }

    private static final Pattern AUTONOMOUS = Pattern.compile("(满族|蒙古族)自治县$");
    private static final Pattern NATION = Pattern.compile("(满族|蒙古族|锡伯族|回族|朝鲜族)+([镇乡])$");
    private static final Pattern NOTE = Pattern.compile("（.*）$");
    private static final Pattern COMMITTEE = Pattern.compile("(居民委员会?|居委会|村民委员会|村委会|委员会|委会)$");
    private static final Pattern COMMUNITY = Pattern.compile("社区村?$");
    private static final Pattern STREET = Pattern.compile(".*[路街巷道桥]$");
    /** Names of villages that are words of any text. */
    private static final Set<String> WORDS = Set.of("新农村", "新农村社区", "中心村", "中心社区", "农村", "示范社区", "和谐社区");

    /** What people call a county whose name does not tell it. */
    private static final Map<String, String> NICKNAMES = Map.of("喀喇沁左翼", "喀左", "旅顺口", "旅顺", "沈北新", "沈北");

    /** All ways to write the region's name; {@code cities} are the short names of the cities, which counties may not take. */
    static List<PlaceName> of(Region region, Set<String> cities) {
        List<PlaceName> names = new ArrayList<>();
        String name = NOTE.matcher(region.name()).replaceAll("");
        switch (region.level()) {
            case 1, 2 -> {
                add(names, name, Form.FULL);
                add(names, stem(name), Form.SHORT);
            }
            case 3 -> county(names, name, cities);
            case 4 -> town(names, name);
            case 5 -> community(names, name);
            default -> {}
        }
        return names;
    }

    /** 沈阳 of 沈阳市. */
    static String stem(String name) {
        return name.substring(0, name.length() - 1);
    }

    private static void county(List<PlaceName> names, String name, Set<String> cities) {
        add(names, name, Form.FULL);
        String stem = AUTONOMOUS.matcher(name).replaceAll("");
        if (!stem.equals(name)) {
            add(names, stem + "县", Form.FULL);
        } else {
            stem = stem(name);
        }
        String nickname = NICKNAMES.get(stem);
        if (nickname != null) {
            add(names, nickname, Form.SHORT);
            add(names, nickname + name.charAt(name.length() - 1), Form.FULL);
        }
        if (!cities.contains(stem)) {
            add(names, stem, name.endsWith("区") && stem.length() < 3 ? Form.BOUND : Form.SHORT);
        }
    }

    private static void town(List<PlaceName> names, String name) {
        add(names, name, Form.FULL);
        String plain = NATION.matcher(name).replaceAll("$2");
        add(names, plain, Form.FULL);
        if (plain.endsWith("街道")) {
            add(names, plain.substring(0, plain.length() - 2), Form.BOUND);
        } else if (plain.endsWith("镇") || plain.endsWith("乡")) {
            add(names, stem(plain), Form.BOUND);
        }
    }

    private static void community(List<PlaceName> names, String name) {
        add(names, name, Form.FULL);
        String body = COMMITTEE.matcher(name).replaceAll("");
        String stem = COMMUNITY.matcher(body).replaceAll("");
        boolean village = name.contains("村委会") || name.contains("村民委员会") || body.endsWith("村");
        if (!stem.equals(body) || (!village && !body.equals(name))) {
            add(names, stem + "社区", Form.FULL);
        }
        if (village) {
            add(names, body.endsWith("村") ? body : body + "村", Form.FULL);
        }
        if (!STREET.matcher(stem).matches()) {
            add(names, stem, stem.length() >= 5 ? Form.SHORT : Form.BOUND);
        }
    }

    private static void add(List<PlaceName> names, String text, Form form) {
        if (text.length() < 2 || WORDS.contains(text) || names.stream().anyMatch(n -> n.text.equals(text))) {
            return;
        }
        // two characters and an everyday ending, as in 东村: not a name by itself
        boolean bare = form == Form.FULL && text.length() == 2 && (text.endsWith("村") || text.endsWith("镇"));
        names.add(new PlaceName(text, bare ? Form.BOUND : form));
    }
}
