package org.chuishao.analytics.backtest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.chuishao.analytics.backtest.replay.Scored;
import org.chuishao.analytics.backtest.replay.Share;
import org.chuishao.analytics.picture.Svg;
import org.chuishao.analytics.warning.WarningRule;
import org.jspecify.annotations.Nullable;

/** A picture: precision and recall by threshold, each with its interval, and the warnings a day below. */
final class ThresholdCurve {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 430;
    private static final int LEFT = 64;
    private static final int RIGHT = 690;
    private static final int TOP = 66;
    private static final int BOTTOM = 330;
    private static final int TENTH = 10;
    private static final double ASIDE = 5;

    private ThresholdCurve() {}

    static String svg(WarningRule rule, List<Scored> outcomes) {
        Svg svg = new Svg("curve", WIDTH, HEIGHT, title(rule), words(outcomes));
        svg.rect(0, 0, WIDTH, HEIGHT, "fill=\"#fff\"");
        svg.text(LEFT, 24, "start", title(rule), "font-size=\"15\" font-weight=\"600\"");
        legend(svg);
        for (int tenths = 0; tenths <= TENTH; tenths += 2) {
            double y = y(BigDecimal.valueOf(tenths / (double) TENTH));
            svg.line(LEFT, y, RIGHT, y, "stroke=\"#ddd\"");
            svg.text(LEFT - 8, y + 4, "end", tenths * TENTH + "%");
        }
        curve(
                svg,
                outcomes,
                Scored::recall,
                -ASIDE,
                "stroke=\"#000\" stroke-width=\"2\" stroke-dasharray=\"6 4\"",
                false);
        curve(svg, outcomes, Scored::precision, ASIDE, "stroke=\"#1b5e9b\" stroke-width=\"2\"", true);
        svg.text(LEFT, BOTTOM + 20, "end", "门槛 ");
        svg.text(LEFT, BOTTOM + 40, "end", "每日 ");
        svg.text(LEFT, BOTTOM + 60, "end", "未研判 ");
        for (int i = 0; i < outcomes.size(); i++) {
            Scored at = outcomes.get(i);
            svg.text(x(i, outcomes), BOTTOM + 20, "middle", label(at), "font-weight=\"600\"");
            svg.text(x(i, outcomes), BOTTOM + 40, "middle", at.perDay().toPlainString());
            svg.text(x(i, outcomes), BOTTOM + 60, "middle", Integer.toString(at.unjudged()));
        }
        svg.text(
                LEFT,
                BOTTOM + 86,
                "start",
                "门槛 threshold (lowest step) · 每日 warnings a day · 未研判 unjudged, in no share · 竖线 95% Wilson",
                "fill=\"#444\"");
        return svg.drawn();
    }

    private static String title(WarningRule rule) {
        return rule.label() + " " + rule + " · 不同门槛下的准确与覆盖 Precision and recall by threshold";
    }

    private static void legend(Svg svg) {
        svg.line(LEFT, 44, LEFT + 36, 44, "stroke=\"#1b5e9b\" stroke-width=\"2\"");
        svg.circle(LEFT + 18, 44, 4, "fill=\"#1b5e9b\"");
        svg.text(LEFT + 44, 48, "start", "准确率 precision");
        svg.line(LEFT + 190, 44, LEFT + 226, 44, "stroke=\"#000\" stroke-width=\"2\" stroke-dasharray=\"6 4\"");
        svg.rect(LEFT + 204, 40, 8, 8, "fill=\"#fff\" stroke=\"#000\"");
        svg.text(LEFT + 234, 48, "start", "召回率 recall");
    }

    /** @param round the mark of a point, so that the two are told apart in black and white */
    private static void curve(
            Svg svg, List<Scored> outcomes, Function<Scored, Share> share, double aside, String stroke, boolean round) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Share here = share.apply(outcomes.get(i));
            if (here.value() != null && here.lower() != null && here.upper() != null) {
                double x = x(i, outcomes) + aside;
                svg.line(x, y(here.lower()), x, y(here.upper()), "stroke=\"#777\" stroke-width=\"1\"");
                points.add(new double[] {x, y(here.value())});
            }
        }
        // the steps as they stand are no point of the curve, but stand beside it
        boolean tried = outcomes.size() > 1 && share.apply(outcomes.get(0)).value() != null;
        svg.through(tried ? points.subList(1, points.size()) : points, stroke);
        points.forEach(at -> {
            if (round) {
                svg.circle(at[0], at[1], 4, "fill=\"#1b5e9b\"");
            } else {
                svg.rect(at[0] - 4, at[1] - 4, 8, 8, "fill=\"#fff\" stroke=\"#000\"");
            }
        });
    }

    private static double x(int i, List<Scored> outcomes) {
        return LEFT + (RIGHT - LEFT) * (i + 0.5) / outcomes.size();
    }

    private static double y(BigDecimal share) {
        return BOTTOM - (BOTTOM - TOP) * share.doubleValue();
    }

    private static String label(Scored at) {
        Integer tried = at.tried();
        return tried == null ? "现行 as is" : Integer.toString(tried);
    }

    private static String words(List<Scored> outcomes) {
        StringBuilder words = new StringBuilder();
        outcomes.forEach(at -> words.append(String.format(
                Locale.ROOT,
                "%s: precision %s (%d/%d), recall %s (%d/%d), %s warnings a day, %d unjudged. ",
                label(at),
                percent(at.precision().value()),
                at.precision().numerator(),
                at.precision().denominator(),
                percent(at.recall().value()),
                at.recall().numerator(),
                at.recall().denominator(),
                at.perDay().toPlainString(),
                at.unjudged())));
        return words.toString().strip();
    }

    private static String percent(@Nullable BigDecimal share) {
        return share == null ? "none" : String.format(Locale.ROOT, "%.1f%%", 100 * share.doubleValue());
    }
}
