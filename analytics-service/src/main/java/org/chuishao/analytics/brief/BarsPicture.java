package org.chuishao.analytics.brief;

import java.util.List;
import org.chuishao.analytics.brief.Brief.Part;
import org.chuishao.analytics.picture.Svg;
import org.jspecify.annotations.Nullable;

/** A picture: bars of the largest parts, with what each was before as an outline. */
final class BarsPicture {

    private static final int WIDTH = 332;
    private static final int ROW = 24;
    private static final int TOP = 30;
    private static final int LEFT = 112;
    private static final int RIGHT = 280;
    private static final int MOST = 14;
    private static final int LONGEST = 9;

    private BarsPicture() {}

    static String svg(String id, String title, List<Part> parts) {
        List<Part> shown = parts.stream()
                .filter(part -> part.now() != null && part.now() > 0)
                .limit(MOST)
                .toList();
        long most = shown.stream()
                .mapToLong(part -> Math.max(orZero(part.now()), orZero(part.before())))
                .max()
                .orElse(1);
        Svg svg = new Svg(id, WIDTH, TOP + 4 + ROW * Math.max(1, shown.size()), title, words(shown));
        svg.rect(LEFT, 8, 12, 9, "fill=\"#333\"");
        svg.text(LEFT + 17, 17, "start", "本期 now", "font-size=\"11\"");
        svg.rect(LEFT + 78, 8, 12, 9, "fill=\"none\" stroke=\"#333\"");
        svg.text(LEFT + 95, 17, "start", "上期 before", "font-size=\"11\"");
        for (int i = 0; i < shown.size(); i++) {
            Part part = shown.get(i);
            double y = TOP + ROW * i;
            svg.text(LEFT - 6, y + 13, "end", cut(part.name().zh()));
            svg.rect(LEFT, y + 2, width(orZero(part.now()), most), 11, "fill=\"#333\"");
            if (part.before() != null) {
                svg.rect(
                        LEFT,
                        y + 14,
                        width(part.before(), most),
                        5,
                        "fill=\"none\" stroke=\"#333\" stroke-width=\"0.8\"");
            }
            double end = width(Math.max(orZero(part.now()), orZero(part.before())), most);
            svg.text(LEFT + end + 5, y + 12, "start", Shown.number(part.now()));
        }
        if (shown.isEmpty()) {
            svg.text(LEFT, TOP + 13, "start", "无可公布数据 nothing to publish");
        }
        return svg.drawn();
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }

    private static double width(long value, long most) {
        return (double) (RIGHT - LEFT) * value / most;
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static String words(List<Part> parts) {
        StringBuilder words = new StringBuilder();
        parts.forEach(part -> words.append(part.name().zh())
                .append(": ")
                .append(Shown.number(part.now()))
                .append(", before ")
                .append(Shown.number(part.before()))
                .append(". "));
        return words.toString().strip();
    }
}
