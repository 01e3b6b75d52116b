package org.chuishao.routing.similar;

import org.chuishao.mesh.reference.RegionCode;

/** How near two places are that are known by their codes and names. */
enum Nearness {
    /** One estate or road of that name in the county. */
    SAME_NAME("同一小区或道路 / same estate or road", 0.17, 0.25),
    SAME_COMMUNITY("同一社区 / same community", 0.17, 0.25),
    /** Of one of them no more is known. */
    SAME_TOWN("同一街道 / same town", 0.25, 0.15),
    /** Likewise. */
    SAME_COUNTY("同一区县 / same county", 0.35, 0.05),
    /** Both are known, and not the same. */
    ELSEWHERE("不同地点 / another place", 2, 0);

    private static final int COUNTY = 3;
    private static final int COMMUNITY = 5;

    private final String words;
    private final double alikeFrom;
    private final double weight;

    Nearness(String words, double alikeFrom, double weight) {
        this.words = words;
        this.alikeFrom = alikeFrom;
        this.weight = weight;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** How alike texts of one category have to be from so near: the vaguer the place, the more. */
    double alikeFrom() {
        return alikeFrom;
    }

    /** Of 1, in the score. */
    double weight() {
        return weight;
    }

    static Nearness of(String one, String other, boolean oneName) {
        int known = Math.min(
                RegionCode.level(one).orElse(0), RegionCode.level(other).orElse(0));
        if (known < COUNTY || differ(one, other, COUNTY)) {
            return ELSEWHERE;
        }
        if (oneName) {
            return SAME_NAME;
        }
        if (differ(one, other, Math.min(known, COMMUNITY))) {
            return ELSEWHERE;
        }
        return known >= COMMUNITY ? SAME_COMMUNITY : known == COUNTY ? SAME_COUNTY : SAME_TOWN;
    }

    private static boolean differ(String one, String other, int level) {
        return !RegionCode.at(one, level).equals(RegionCode.at(other, level));
    }
}
