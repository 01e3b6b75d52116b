package org.chuishao.routing.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of estates and roads in a free text, by their usual endings. Nothing else is ever learned: a name that ends
 * otherwise may be a person's.
 */
public final class PlaceNames {

    private static final List<String> ENDINGS = List.of(
            "小区", "花园", "家园", "公寓", "嘉园", "佳园", "名苑", "雅苑", "佳苑", "新苑", "新城", "新村", "华庭", "华府", "名城", "花城", "山庄", "大街",
            "大道", "胡同", "路", "街", "巷");

    /** Before a name, never in one. */
    private static final String BEFORE = "在住的我到是位于近从和与及了去有这那个您你他她它们对把被让就离靠走跨沿至区市县镇乡村说请向由因为";

    /** What only looks like a name. */
    private static final Set<String> COMMON = Set.of(
            "老旧小区", "居民小区", "住宅小区", "封闭小区", "回迁小区", "高层小区", "整个小区", "安置小区", "高档小区", "农民公寓", "老年公寓", "青年公寓", "学生公寓",
            "商业街", "步行街", "美食街", "十字路", "回家路", "断头路", "水泥路", "柏油路", "土路");

    private static final List<String> COMMON_ENDINGS =
            List.of("公路", "铁路", "道路", "马路", "线路", "电路", "出路", "思路", "网路", "管路", "修路", "堵路", "占路", "上街", "逛街");

    /** Then it is the name of a region. */
    private static final List<String> GOES_ON = List.of("社区", "道", "村", "镇", "乡", "小学", "中学", "派出所");

    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;

    /** A text tells its place at its beginning. */
    private static final int READ = 2_000;

    private PlaceNames() {}

    /** The names in the order in which they stand in the text. */
    public static Set<String> in(String text) {
        String read = text.substring(0, Math.min(text.length(), READ));
        Set<String> names = new LinkedHashSet<>();
        for (int end = 1; end <= read.length(); end++) {
            String ending = ending(read, end);
            if (ending != null && !goesOn(read, end)) {
                String name = read.substring(begin(read, end - ending.length()), end);
                int body = name.length() - ending.length();
                if (body >= SHORTEST && body <= LONGEST && !common(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static @Nullable String ending(String text, int end) {
        return ENDINGS.stream()
                .filter(it -> text.startsWith(it, end - it.length()))
                .findFirst()
                .orElse(null);
    }

    private static boolean goesOn(String text, int end) {
        return GOES_ON.stream().anyMatch(it -> text.startsWith(it, end));
    }

    private static int begin(String text, int from) {
        int begin = from;
        while (begin > 0
                && from - begin <= LONGEST
                && Character.UnicodeScript.of(text.charAt(begin - 1)) == Character.UnicodeScript.HAN
                && BEFORE.indexOf(text.charAt(begin - 1)) < 0
                && !text.startsWith("街道", Math.max(0, begin - 2))
                && ending(text, begin) == null) {
            begin--;
        }
        return begin;
    }

    private static boolean common(String name) {
        return COMMON.contains(name) || COMMON_ENDINGS.stream().anyMatch(name::endsWith);
    }
}
