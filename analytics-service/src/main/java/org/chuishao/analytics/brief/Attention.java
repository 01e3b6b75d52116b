package org.chuishao.analytics.brief;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chuishao.analytics.brief.Brief.Count;
import org.chuishao.analytics.brief.Brief.KeyFigure;
import org.chuishao.analytics.brief.Brief.Note;
import org.chuishao.analytics.brief.Brief.Tier;
import org.chuishao.analytics.brief.Brief.Warned;
import org.chuishao.analytics.keyview.EventView;
import org.chuishao.analytics.rates.RateItem;

/** Says what to look at, by rules over the figures: each sentence holds the figures that it rests on. */
final class Attention {

    /** Of the days before: a change that is worth a sentence, from so many tickets on. */
    private static final double MUCH = 0.2;

    private static final long ENOUGH = 10;
    private static final BigDecimal HALF_MORE = new BigDecimal("0.5");
    private static final int MOST_EVENTS = 3;

    private final List<Note> notes = new ArrayList<>();

    private Attention() {}

    static List<Note> of(
            List<Count> counts,
            List<KeyFigure> figures,
            List<EventView.Item> events,
            List<Tier> tiers,
            List<Warned> warnings) {
        Attention all = new Attention();
        counts.forEach(all::count);
        figures.forEach(all::figure);
        events.stream().filter(Attention::climbs).limit(MOST_EVENTS).forEach(all::event);
        tiers.forEach(all::tier);
        all.warnings(warnings);
        if (all.notes.isEmpty()) {
            all.say("各项指标与上期相比无显著变化。", "No figure differs markedly from the days before.");
        }
        return List.copyOf(all.notes);
    }

    private void count(Count count) {
        Long now = count.now();
        Long before = count.before();
        if (now == null || before == null) {
            return;
        }
        long change = now - before;
        if (Math.abs(change) < ENOUGH || Math.abs(change) < MUCH * before) {
            return;
        }
        String share = before == 0 ? "" : "（" + Shown.signedPercent(change, before) + "）";
        String shareEn = before == 0 ? "" : " (" + Shown.signedPercent(change, before) + ")";
        say(
                "%s %s 件，较上期%s %s 件%s。"
                        .formatted(
                                count.title().zh(),
                                Shown.number(now),
                                change > 0 ? "增加" : "减少",
                                Shown.number(Math.abs(change)),
                                share),
                "%s: %s, %s %s than before%s."
                        .formatted(
                                count.title().en(),
                                Shown.number(now),
                                Shown.number(Math.abs(change)),
                                change > 0 ? "more" : "fewer",
                                shareEn));
    }

    /** Only what chance does not explain: the intervals of the two lie apart. */
    private void figure(KeyFigure figure) {
        RateItem now = figure.now();
        RateItem before = figure.before();
        if (now.lower() == null || now.upper() == null || before.lower() == null || before.upper() == null) {
            return;
        }
        boolean up = now.lower().compareTo(before.upper()) > 0;
        boolean down = now.upper().compareTo(before.lower()) < 0;
        if (up || down) {
            say(
                    "%s由 %s %s至 %s，超出随机波动（95%%区间不重叠）。"
                            .formatted(
                                    figure.title().zh(),
                                    Shown.percent(before.value()),
                                    up ? "升" : "降",
                                    Shown.percent(now.value())),
                    "%s has %s from %s to %s, more than chance explains (95%% intervals lie apart)."
                            .formatted(
                                    figure.title().en(),
                                    up ? "risen" : "fallen",
                                    Shown.percent(before.value()),
                                    Shown.percent(now.value())));
        }
    }

    private static boolean climbs(EventView.Item event) {
        return event.growth() != null
                && event.growth() >= ENOUGH
                && (event.growthShare() == null || event.growthShare().compareTo(HALF_MORE) >= 0);
    }

    private void event(EventView.Item event) {
        say(
                "%s“%s”诉求 %s 件，上期 %s 件，增长明显，建议研判是否存在共性原因。"
                        .formatted(
                                event.placeName(),
                                event.name().zh(),
                                Shown.number(event.complaints()),
                                Shown.number(event.before())),
                "%s in %s: %s complaints after %s; see whether one cause stands behind them."
                        .formatted(
                                event.name().en(),
                                event.placeName(),
                                Shown.number(event.complaints()),
                                Shown.number(event.before())));
    }

    private void tier(Tier tier) {
        if (tier.worst().isEmpty()) {
            return;
        }
        RateItem worst = tier.worst().get(0);
        RateItem best = tier.best().get(0);
        if (worst.upper() != null && best.lower() != null && worst.upper().compareTo(best.lower()) < 0) {
            String name = Objects.requireNonNullElse(worst.name(), worst.key());
            say(
                    "%s中“%s”解决率 %s（%s/%s），明显低于同类最好水平 %s。"
                            .formatted(
                                    Shown.tier(tier.tier()).zh(),
                                    name,
                                    Shown.percent(worst.value()),
                                    Shown.plain(worst.numerator()),
                                    Shown.number(worst.denominator()),
                                    Shown.percent(best.value())),
                    "Among %s %s has solved %s, clearly less than the best of them (%s)."
                            .formatted(
                                    Shown.tier(tier.tier()).en(),
                                    name,
                                    Shown.percent(worst.value()),
                                    Shown.percent(best.value())));
        }
    }

    private void warnings(List<Warned> warnings) {
        long waiting = warnings.stream().mapToLong(Warned::waiting).sum();
        if (waiting > 0) {
            say(
                    "期内预警尚有 %s 条未研判。".formatted(Shown.number(waiting)),
                    "%s warnings of these days have not been judged.".formatted(Shown.number(waiting)));
        }
    }

    private void say(String zh, String en) {
        notes.add(new Note(zh, en));
    }
}
