package org.chuishao.analytics.picture;

import java.util.List;
import java.util.Locale;

/** A picture that is drawn piece by piece. What is written into it is escaped; it has a title and words for screen readers. */
public final class Svg {

    private final StringBuilder svg = new StringBuilder();

    /**
     * @param id of its title, one of a kind on the page that it stands on
     * @param title what it shows
     * @param words what it says, for whoever does not see it
     */
    public Svg(String id, int width, int height, String title, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\""
                        + " role=\"img\" aria-labelledby=\"%3$s %3$s-d\" font-family=\"Noto Sans CJK SC,"
                        + " Source Han Sans SC, sans-serif\" font-size=\"12\">%n",
                width,
                height,
                escaped(id)));
        svg.append("<title id=\"")
                .append(escaped(id))
                .append("\">")
                .append(escaped(title))
                .append("</title>\n");
        svg.append("<desc id=\"")
                .append(escaped(id))
                .append("-d\">")
                .append(escaped(words))
                .append("</desc>\n");
    }

    /** @param paint attributes of this service's own, such as {@code fill="#000"} */
    public Svg rect(double x, double y, double width, double height, String paint) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s/>%n",
                x,
                y,
                width,
                height,
                paint));
        return this;
    }

    public Svg line(double x1, double y1, double x2, double y2, String paint) {
        svg.append(String.format(
                Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>%n", x1, y1, x2, y2, paint));
        return this;
    }

    public Svg circle(double x, double y, double radius, String paint) {
        svg.append(
                String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" %s/>%n", x, y, radius, paint));
        return this;
    }

    /** A line through points. */
    public Svg through(List<double[]> points, String paint) {
        StringBuilder list = new StringBuilder();
        points.forEach(point -> list.append(String.format(Locale.ROOT, "%.1f,%.1f ", point[0], point[1])));
        svg.append("<polyline fill=\"none\" points=\"")
                .append(list.toString().strip())
                .append("\" ")
                .append(paint)
                .append("/>\n");
        return this;
    }

    /** @param anchor start, middle or end */
    public Svg text(double x, double y, String anchor, String words) {
        return text(x, y, anchor, words, "");
    }

    public Svg text(double x, double y, String anchor, String words, String paint) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>%n",
                x,
                y,
                anchor,
                paint,
                escaped(words)));
        return this;
    }

    /** The whole of it. */
    public String drawn() {
        return svg + "</svg>\n";
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
