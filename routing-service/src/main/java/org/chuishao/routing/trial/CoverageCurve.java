package org.chuishao.routing.trial;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A picture: how much of what is done by itself is right, as more and more is done by itself. */
public final class CoverageCurve {

    private static final int LEFT = 60;
    private static final int TOP = 30;
    private static final int WIDTH = 560;
    private static final int HEIGHT = 320;

    /** The first few say nothing yet. */
    private static final int FIRST = 20;

    private static final double LOWEST = 0.8;

    private CoverageCurve() {}

    /** As SVG. */
    public static String svg(String title, List<Judged> points) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"660\" height=\"410\" font-family=\"sans-serif\""
                + " font-size=\"12\"><rect width=\"660\" height=\"410\" fill=\"white\"/>\n");
        text(svg, LEFT, 18, "start", title);
        for (int percent = 0; percent <= 100; percent += 20) {
            line(svg, x(percent / 100.0), TOP, x(percent / 100.0), TOP + HEIGHT, "#ddd");
            text(svg, x(percent / 100.0), TOP + HEIGHT + 16, "middle", percent + "%");
        }
        for (int percent = (int) (100 * LOWEST); percent <= 100; percent += 5) {
            line(svg, LEFT, y(percent / 100.0), LEFT + WIDTH, y(percent / 100.0), percent == 95 ? "#d60" : "#ddd");
            text(svg, LEFT - 6, y(percent / 100.0) + 4, "end", percent + "%");
        }
        text(svg, LEFT + WIDTH / 2.0, TOP + HEIGHT + 36, "middle", "share dispatched by itself");
        svg.append("<polyline fill=\"none\" stroke=\"#069\" stroke-width=\"2\" points=\"")
                .append(line(points))
                .append("\"/>\n</svg>\n");
        return svg.toString();
    }

    private static String line(List<Judged> points) {
        List<Judged> surestFirst = points.stream()
                .sorted(Comparator.comparingDouble((Judged point) -> -point.confidence()))
                .toList();
        StringBuilder line = new StringBuilder();
        int right = 0;
        for (int i = 0; i < surestFirst.size(); i++) {
            right += surestFirst.get(i).right() ? 1 : 0;
            if (i + 1 >= FIRST) {
                double share = (i + 1.0) / surestFirst.size();
                line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(share), y((double) right / (i + 1))));
            }
        }
        return line.toString().strip();
    }

    private static double x(double share) {
        return LEFT + WIDTH * share;
    }

    private static double y(double right) {
        return TOP + HEIGHT * (1 - (Math.max(right, LOWEST) - LOWEST) / (1 - LOWEST));
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
                x1,
                y1,
                x2,
                y2,
                colour));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words));
    }
}
