package org.chuishao.analytics.brief;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.chuishao.analytics.brief.Brief.Count;
import org.chuishao.analytics.brief.Brief.Day;
import org.chuishao.analytics.brief.Brief.KeyFigure;
import org.chuishao.analytics.brief.Brief.Part;
import org.chuishao.analytics.brief.Brief.PlaceRate;
import org.chuishao.analytics.brief.Brief.Tier;
import org.chuishao.analytics.brief.Brief.Warned;
import org.chuishao.analytics.figures.Level;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.keyview.EventView;
import org.chuishao.analytics.keyview.FieldView;
import org.chuishao.analytics.keyview.KeyViews;
import org.chuishao.analytics.matter.Matters;
import org.chuishao.analytics.matter.Name;
import org.chuishao.analytics.rates.PublishedRates;
import org.chuishao.analytics.rates.RateItem;
import org.chuishao.analytics.rates.RateView;
import org.chuishao.analytics.word.China;
import org.chuishao.mesh.reference.Regions;
import org.jspecify.annotations.Nullable;

/** Gathers what a brief says, one question after the other: nobody waits at a screen for it. */
@ApplicationScoped
class WriteBrief {

    private static final int MOST_EVENTS = 10;
    private static final List<String> FIGURES = List.of(
            "response-rate",
            "solution-rate",
            "satisfaction",
            "signing-on-time",
            "closing-on-time",
            "dispatch-accuracy",
            "rework-rate",
            "repeat-rate");

    private final BriefFacts facts;
    private final PublishedRates rates;
    private final KeyViews views;
    private final Matters matters;
    private final Regions regions;
    private final Clock clock;

    WriteBrief(BriefFacts facts, PublishedRates rates, KeyViews views, Matters matters, Regions regions, Clock clock) {
        this.facts = facts;
        this.rates = rates;
        this.views = views;
        this.matters = matters;
        this.regions = regions;
        this.clock = clock;
    }

    /** What is known so far. */
    private record Draft(
            List<Count> counts,
            List<KeyFigure> figures,
            FieldView fields,
            EventView events,
            List<Part> places,
            List<Day> trend,
            List<PlaceRate> rates,
            List<Tier> tiers) {}

    Uni<Brief> of(AskedBrief asked) {
        return counts(asked).chain(counts -> figures(asked).chain(figures -> fields(asked)
                .chain(fields -> events(asked).chain(events -> places(asked).chain(places -> trend(asked)
                        .chain(trend -> placeRates(asked).chain(placed -> tiers(asked)
                                .map(tiers -> new Draft(counts, figures, fields, events, places, trend, placed, tiers))
                                .chain(draft ->
                                        facts.warnings(asked).map(warnings -> brief(asked, draft, warnings))))))))));
    }

    private Brief brief(AskedBrief asked, Draft draft, List<Warned> warnings) {
        List<EventView.Item> events = draft.events().items();
        return new Brief(
                asked.kind().label(),
                asked.kind().title(),
                asked.region(),
                regions.nameOf(asked.region()),
                asked.category(),
                asked.category() == null ? null : matters.name(asked.category()),
                asked.period().from(),
                asked.period().to(),
                asked.before().from(),
                asked.before().to(),
                clock.instant()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atZone(China.ZONE)
                        .toOffsetDateTime(),
                Attention.of(draft.counts(), draft.figures(), events, draft.tiers(), warnings),
                draft.counts(),
                draft.figures(),
                draft.fields().items().stream()
                        .map(it -> new Part(it.key(), it.name(), it.complaints(), it.share(), it.before(), it.growth()))
                        .toList(),
                draft.places(),
                events,
                draft.trend(),
                draft.rates(),
                draft.tiers(),
                warnings);
    }

    private Uni<List<Count>> counts(AskedBrief asked) {
        return facts.totals(asked, asked.period()).chain(now -> facts.totals(asked, asked.before())
                .map(before -> List.of(
                        count("received", new Name("受理", "Received"), now, before, smallest(asked)),
                        count("closed", new Name("办结", "Closed"), now, before, smallest(asked)),
                        count("open", new Name("期末在办", "Open at the end"), now, before, smallest(asked)),
                        count("overdue", new Name("办结超期", "Missed their limit"), now, before, smallest(asked)))));
    }

    private static Count count(String name, Name title, Row now, Row before, int smallest) {
        Long present = shown(now, name, smallest);
        Long past = shown(before, name, smallest);
        return new Count(name, title, present, past, present == null || past == null ? null : present - past);
    }

    private static @Nullable Long shown(Row row, String name, int smallest) {
        long people = row.getLong(name + "_people");
        return people > 0 && people < smallest ? null : row.getLong(name);
    }

    private Uni<List<KeyFigure>> figures(AskedBrief asked) {
        return Multi.createFrom()
                .iterable(FIGURES)
                .onItem()
                .transformToUniAndConcatenate(
                        figure -> rate(asked, figure, asked.period()).chain(now -> rate(asked, figure, asked.before())
                                .map(before -> new KeyFigure(
                                        figure,
                                        new Name(now.title().zh(), now.title().en()),
                                        now.total(),
                                        before.total()))))
                .collect()
                .asList();
    }

    private Uni<RateView> rate(AskedBrief asked, String figure, Period period) {
        return rates.of(figure, period, asked.region(), asked.category(), "none", Level.PROVINCE);
    }

    private Uni<FieldView> fields(AskedBrief asked) {
        return views.fields(asked.period(), asked.before(), asked.region(), asked.category());
    }

    private Uni<EventView> events(AskedBrief asked) {
        return views.events(
                asked.period(), asked.before(), asked.region(), asked.category(), asked.places(), MOST_EVENTS);
    }

    private Uni<List<Part>> places(AskedBrief asked) {
        return facts.places(asked, asked.period()).chain(now -> facts.places(asked, asked.before())
                .map(before -> PlaceParts.of(now, before, smallest(asked), regions::nameOf)));
    }

    private int smallest(AskedBrief asked) {
        return asked.own() ? 1 : rates.personsFrom();
    }

    private Uni<List<Day>> trend(AskedBrief asked) {
        return facts.days(asked).map(rows -> Trend.of(asked, rows, smallest(asked)));
    }

    private Uni<List<PlaceRate>> placeRates(AskedBrief asked) {
        return byPlace(asked, "solution-rate")
                .chain(solution -> byPlace(asked, "satisfaction").map(satisfaction -> solution.values().stream()
                        .map(item -> new PlaceRate(
                                item.key(),
                                Objects.requireNonNullElse(item.name(), item.key()),
                                item,
                                satisfaction.get(item.key())))
                        .toList()));
    }

    private Uni<Map<String, RateItem>> byPlace(AskedBrief asked, String figure) {
        return rates.of(figure, asked.period(), asked.region(), asked.category(), "region", asked.places())
                .map(view -> {
                    Map<String, RateItem> items = new TreeMap<>();
                    view.items().forEach(item -> items.put(item.key(), item));
                    return items;
                });
    }

    private Uni<List<Tier>> tiers(AskedBrief asked) {
        return rates.of("solution-rate", asked.period(), asked.region(), asked.category(), "unit", Level.PROVINCE)
                .map(view -> Tiers.of(view.items()));
    }
}
