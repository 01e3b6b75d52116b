package org.chuishao.analytics.brief;

import java.util.List;
import org.chuishao.analytics.brief.Brief.PlaceRate;
import org.chuishao.analytics.picture.Svg;
import org.chuishao.analytics.rates.RateItem;
import org.jspecify.annotations.Nullable;

/** A picture: solution rate and satisfaction of places, each with its interval, so that nobody is ranked by chance. */
final class IntervalPicture {

    private static final int WIDTH = 680;
    private static final int ROW = 26;
    private static final int TOP = 44;
    private static final int LEFT = 130;
    private static final int RIGHT = 600;
    private static final int MOST = 16;
    private static final int TICKS = 5;
    private static final double SOLUTION_DOWN = 8;
    private static final double SATISFACTION_DOWN = 18;

    private IntervalPicture() {}

    static String svg(List<PlaceRate> places) {
        List<PlaceRate> shown = places.stream()
                .filter(place -> place.solution() != null && place.solution().value() != null)
                .limit(MOST)
                .toList();
        int bottom = TOP + ROW * Math.max(1, shown.size());
        Svg svg = new Svg("rates", WIDTH, bottom + 24, "各地解决率与满意率 Solution and satisfaction by place", words(shown));
        legend(svg);
        for (int tick = 0; tick <= TICKS; tick++) {
            double x = x((double) tick / TICKS);
            svg.line(x, TOP - 4, x, bottom, "stroke=\"#ccc\" stroke-width=\"0.6\"");
            svg.text(x, bottom + 16, "middle", tick * 100 / TICKS + "%", "font-size=\"11\"");
        }
        for (int i = 0; i < shown.size(); i++) {
            PlaceRate place = shown.get(i);
            double y = TOP + ROW * i;
            svg.text(LEFT - 10, y + 17, "end", place.name());
            interval(svg, place.solution(), y + SOLUTION_DOWN, true);
            interval(svg, place.satisfaction(), y + SATISFACTION_DOWN, false);
            RateItem solution = place.solution();
            svg.text(
                    RIGHT + 12,
                    y + 17,
                    "start",
                    "n=" + Shown.number(solution == null ? null : solution.denominator()),
                    "font-size=\"11\"");
        }
        return svg.drawn();
    }

    private static void legend(Svg svg) {
        svg.line(LEFT, 14, LEFT + 30, 14, "stroke=\"#000\"");
        svg.circle(LEFT + 15, 14, 4, "fill=\"#000\"");
        svg.text(LEFT + 36, 18, "start", "解决率 solution");
        svg.line(LEFT + 150, 14, LEFT + 180, 14, "stroke=\"#000\"");
        svg.rect(LEFT + 161, 10, 8, 8, "fill=\"#fff\" stroke=\"#000\"");
        svg.text(LEFT + 186, 18, "start", "满意率 satisfaction");
        svg.text(LEFT + 330, 18, "start", "横线为95%区间 · n 有效回访", "font-size=\"11\" fill=\"#444\"");
    }

    private static void interval(Svg svg, @Nullable RateItem rate, double y, boolean filled) {
        if (rate == null || rate.value() == null || rate.lower() == null || rate.upper() == null) {
            return;
        }
        svg.line(x(rate.lower().doubleValue()), y, x(rate.upper().doubleValue()), y, "stroke=\"#000\"");
        double at = x(rate.value().doubleValue());
        if (filled) {
            svg.circle(at, y, 4, "fill=\"#000\"");
        } else {
            svg.rect(at - 3.5, y - 3.5, 7, 7, "fill=\"#fff\" stroke=\"#000\"");
        }
    }

    private static double x(double share) {
        return LEFT + (RIGHT - LEFT) * share;
    }

    private static String words(List<PlaceRate> places) {
        StringBuilder words = new StringBuilder();
        for (PlaceRate place : places) {
            RateItem solution = place.solution();
            RateItem satisfaction = place.satisfaction();
            words.append(place.name())
                    .append(": solution ")
                    .append(Shown.percent(solution == null ? null : solution.value()))
                    .append(", satisfaction ")
                    .append(Shown.percent(satisfaction == null ? null : satisfaction.value()))
                    .append(". ");
        }
        return words.toString().strip();
    }
}
