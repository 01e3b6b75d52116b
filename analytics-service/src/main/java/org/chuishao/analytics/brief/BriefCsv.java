package org.chuishao.analytics.brief;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuishao.analytics.brief.Brief.Part;
import org.chuishao.analytics.matter.Name;
import org.chuishao.analytics.rates.RateItem;
import org.jspecify.annotations.Nullable;

/**
 * A brief as CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets read Chinese). A text that a spreadsheet would take for a
 * formula begins with an apostrophe.
 */
final class BriefCsv {

    private static final List<String> COLUMNS =
            List.of("part", "key", "zh", "en", "now", "before", "numerator", "denominator", "value", "lower", "upper");
    private static final String FORMULA = "=+-@\t\r";

    private final StringBuilder csv = new StringBuilder("\uFEFF");

    private BriefCsv() {}

    static String of(Brief brief) {
        return new BriefCsv().written(brief);
    }

    private String written(Brief brief) {
        line(COLUMNS.toArray());
        line("brief", brief.kind(), brief.regionName(), brief.region(), brief.from(), brief.to());
        brief.counts()
                .forEach(it ->
                        line("count", it.name(), it.title().zh(), it.title().en(), it.now(), it.before()));
        brief.figures().forEach(it -> {
            rate("figure", it.name(), it.title(), it.now());
            rate("figure-before", it.name(), it.title(), it.before());
        });
        brief.fields().forEach(it -> part("field", it));
        brief.places().forEach(it -> part("place", it));
        brief.events()
                .forEach(it -> line(
                        "event",
                        it.place() + "|" + it.category(),
                        it.placeName() + " " + it.name().zh(),
                        it.name().en(),
                        it.complaints(),
                        it.before()));
        brief.trend().forEach(it -> {
            line("received", it.day(), "受理", "received", it.received());
            line("closed", it.day(), "办结", "closed", it.closed());
        });
        brief.rates().forEach(it -> {
            place("solution-by-place", it.key(), it.name(), it.solution());
            place("satisfaction-by-place", it.key(), it.name(), it.satisfaction());
        });
        brief.tiers().forEach(tier -> {
            tier.best().forEach(it -> place("best-" + tier.tier(), it.key(), it.name(), it));
            tier.worst().forEach(it -> place("worst-" + tier.tier(), it.key(), it.name(), it));
        });
        brief.warnings().forEach(it -> {
            line("warnings-raised", it.rule(), it.label(), "raised", it.raised());
            line("warnings-confirmed", it.rule(), it.label(), "confirmed", it.confirmed());
            line("warnings-false", it.rule(), it.label(), "false", it.falseAlarms());
            line("warnings-waiting", it.rule(), it.label(), "waiting", it.waiting());
        });
        return csv.toString();
    }

    private void part(String part, Part it) {
        line(part, it.key(), it.name().zh(), it.name().en(), it.now(), it.before(), null, null, it.share());
    }

    private void place(String part, String key, @Nullable String name, @Nullable RateItem item) {
        if (item != null) {
            rate(part, key, new Name(name == null ? key : name, ""), item);
        }
    }

    private void rate(String part, String key, Name title, RateItem item) {
        line(
                part,
                key,
                title.zh(),
                title.en(),
                null,
                null,
                item.numerator(),
                item.denominator(),
                item.value(),
                item.lower(),
                item.upper());
    }

    /** Short lines are filled up, so that each has all columns. */
    private void line(@Nullable Object... fields) {
        csv.append(Stream.concat(Stream.of(fields), Stream.generate(() -> "").limit(COLUMNS.size() - fields.length))
                        .map(BriefCsv::field)
                        .collect(Collectors.joining(",")))
                .append("\r\n");
    }

    static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (value instanceof Number) {
            return text;
        }
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
