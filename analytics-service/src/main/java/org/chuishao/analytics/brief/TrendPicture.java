package org.chuishao.analytics.brief;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chuishao.analytics.brief.Brief.Day;
import org.chuishao.analytics.picture.Svg;
import org.jspecify.annotations.Nullable;

/** A picture: what came in and what was closed, day by day. Weekends are shaded, a day that is withheld is a gap. */
final class TrendPicture {

    private static final int WIDTH = 680;
    private static final int HEIGHT = 172;
    private static final int LEFT = 46;
    private static final int RIGHT = 668;
    private static final int TOP = 34;
    private static final int BOTTOM = 146;
    private static final int LABEL_EVERY = 5;
    private static final int TICKS = 4;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("M/d");
    private static final String RECEIVED = "stroke=\"#000\" stroke-width=\"2\"";
    private static final String CLOSED = "stroke=\"#666\" stroke-width=\"1.6\" stroke-dasharray=\"5 3\"";

    private TrendPicture() {}

    static String svg(List<Day> days) {
        long most = days.stream()
                .mapToLong(day -> Math.max(orZero(day.received()), orZero(day.closed())))
                .max()
                .orElse(0);
        long tick = Math.max(1, Ticks.nice(most, TICKS));
        double top = tick * Math.max(1, Math.ceil((double) most / tick));
        Svg svg = new Svg("trend", WIDTH, HEIGHT, "近30日受理与办结 Received and closed, 30 days", words(days));
        for (int i = 0; i < days.size(); i++) {
            if (isWeekend(days.get(i).day())) {
                svg.rect(x(i, days) - step(days) / 2, TOP, step(days), BOTTOM - TOP, "fill=\"#f1f1f1\"");
            }
        }
        for (long at = 0; at <= top; at += tick) {
            svg.line(LEFT, y(at, top), RIGHT, y(at, top), "stroke=\"#ccc\" stroke-width=\"0.6\"");
            svg.text(LEFT - 6, y(at, top) + 4, "end", Shown.number(at), "font-size=\"11\"");
        }
        for (int i = days.size() - 1; i >= 0; i -= LABEL_EVERY) {
            svg.text(x(i, days), BOTTOM + 16, "middle", days.get(i).day().format(SHORT), "font-size=\"11\"");
        }
        lines(svg, days, Day::closed, top, CLOSED);
        lines(svg, days, Day::received, top, RECEIVED);
        svg.line(LEFT, 14, LEFT + 30, 14, RECEIVED);
        svg.text(LEFT + 36, 18, "start", "受理 received");
        svg.line(LEFT + 140, 14, LEFT + 170, 14, CLOSED);
        svg.text(LEFT + 176, 18, "start", "办结 closed");
        svg.text(RIGHT, 18, "end", "单位：件 tickets · 灰底为周末 weekends shaded", "font-size=\"11\" fill=\"#444\"");
        return svg.drawn();
    }

    /** A line for each stretch without a gap. */
    private static void lines(Svg svg, List<Day> days, Function<Day, @Nullable Long> value, double top, String stroke) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            Long here = value.apply(days.get(i));
            if (here != null) {
                points.add(new double[] {x(i, days), y(here, top)});
            }
            if (!points.isEmpty() && (here == null || i == days.size() - 1)) {
                svg.through(points, stroke);
                points = new ArrayList<>();
            }
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static double step(List<Day> days) {
        return (double) (RIGHT - LEFT) / days.size();
    }

    private static double x(int i, List<Day> days) {
        return LEFT + step(days) * (i + 0.5);
    }

    private static double y(double value, double top) {
        return BOTTOM - (BOTTOM - TOP) * value / top;
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static String words(List<Day> days) {
        StringBuilder words = new StringBuilder();
        days.forEach(day -> words.append(day.day())
                .append(": ")
                .append(Shown.number(day.received()))
                .append(" received, ")
                .append(Shown.number(day.closed()))
                .append(" closed. "));
        return words.toString().strip();
    }
}
