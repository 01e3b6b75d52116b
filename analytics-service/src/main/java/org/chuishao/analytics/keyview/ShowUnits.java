package org.chuishao.analytics.keyview;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuishao.analytics.figures.Level;
import org.chuishao.analytics.rates.PublishedRates;
import org.chuishao.analytics.rates.RateItem;
import org.chuishao.analytics.rates.RateView;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;
import org.chuishao.mesh.reference.Units;
import org.chuishao.mesh.scope.CurrentScope;
import org.jspecify.annotations.Nullable;

/** Sets what is complained of companies and estates against the households that they serve. */
@ApplicationScoped
class ShowUnits {

    private static final String COMPLAINTS = """
            select t.lead_unit as unit, count(*) as complaints, count(distinct %2$s) as people
            from ticket_fact t
            where t.region ^@ $3 and t.received_at >= $1 and t.received_at < $2 and t.lead_unit is not null and %1$s
            group by 1 order by 2 desc, 1
            """.formatted(Complaint.COUNTS, Complaint.PERSON);
    private static final String HOUSEHOLDS = """
            select distinct on (unit) unit, year, households, source from households
            where region ^@ $1 and year <= $2 order by unit, year desc
            """;

    private final Facts facts;
    private final PublishedRates rates;
    private final Regions regions;
    private final Units units;
    private final CurrentScope scope;

    ShowUnits(Facts facts, PublishedRates rates, Regions regions, Units units, CurrentScope scope) {
        this.facts = facts;
        this.rates = rates;
        this.regions = regions;
        this.units = units;
        this.scope = scope;
    }

    private record Complaints(long many, long people) {}

    Uni<UnitView> of(Asked asked, @Nullable String line) {
        Uni<List<Row>> complaints = facts.rows(COMPLAINTS, Facts.of(asked.period(), asked.region()));
        Uni<List<Row>> households = facts.rows(
                HOUSEHOLDS, Tuple.of(asked.region(), asked.period().to().getYear()));
        return complaints.chain(counted ->
                households.chain(known -> rate("solution-rate", asked).chain(solution -> rate("satisfaction", asked)
                        .map(satisfaction -> view(asked, line, counted, known, solution, satisfaction)))));
    }

    private Uni<Map<String, RateItem>> rate(String figure, Asked asked) {
        return rates.of(figure, asked.period(), asked.region(), null, "unit", Level.PROVINCE)
                .map(RateView::items)
                .map(items -> items.stream().collect(Collectors.toMap(RateItem::key, item -> item)));
    }

    private UnitView view(
            Asked asked,
            @Nullable String line,
            List<Row> counted,
            List<Row> known,
            Map<String, RateItem> solution,
            Map<String, RateItem> satisfaction) {
        Map<String, Complaints> complaints = new HashMap<>();
        counted.forEach(row -> complaints.put(
                row.getString("unit"), new Complaints(row.getLong("complaints"), row.getLong("people"))));
        Map<String, Households> households = new HashMap<>();
        known.forEach(row -> households.put(
                row.getString("unit"),
                new Households(row.getInteger("households"), row.getInteger("year"), row.getString("source"))));
        List<UnitView.Item> items = units.all()
                .filter(unit -> unit.kind() == UnitKind.COMPANY && (line == null || line.equals(unit.line())))
                .filter(unit -> complaints.containsKey(unit.id()) || households.containsKey(unit.id()))
                .map(unit -> item(
                        asked,
                        unit,
                        complaints.getOrDefault(unit.id(), new Complaints(0, 0)),
                        whole(asked, unit)
                                .flatMap(it -> Optional.ofNullable(households.get(it.id())))
                                .orElse(null),
                        solution.get(unit.id()),
                        satisfaction.get(unit.id())))
                .sorted((one, other) -> one.unit().compareTo(other.unit()))
                .toList();
        return new UnitView(
                asked.region(),
                regions.nameOf(asked.region()),
                asked.period().from(),
                asked.period().to(),
                UnitRanks.ranked(items, rates.rankedFrom()));
    }

    /** All that it serves lies in what was asked for and in the scope: else some complaints would miss. */
    private Optional<Unit> whole(Asked asked, Unit unit) {
        return Optional.of(unit)
                .filter(it -> it.region().startsWith(asked.region())
                        && scope.get().regions().stream().anyMatch(it.region()::startsWith));
    }

    private UnitView.Item item(
            Asked asked,
            Unit unit,
            Complaints complaints,
            @Nullable Households households,
            @Nullable RateItem solution,
            @Nullable RateItem satisfaction) {
        boolean withheld = !asked.own() && complaints.people() > 0 && complaints.people() < rates.personsFrom();
        return new UnitView.Item(
                unit.id(),
                unit.name(),
                unit.line(),
                withheld ? null : complaints.many(),
                withheld,
                households,
                withheld || households == null ? null : PerThousand.of(complaints.many(), households.households()),
                null,
                solution,
                satisfaction);
    }
}
