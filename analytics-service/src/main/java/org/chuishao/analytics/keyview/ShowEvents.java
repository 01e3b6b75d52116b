package org.chuishao.analytics.keyview;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import org.chuishao.analytics.figures.Level;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.matter.Matters;
import org.chuishao.analytics.rates.PublishedRates;
import org.chuishao.mesh.reference.Regions;
import org.jspecify.annotations.Nullable;

/** Finds what is complained of most. */
@ApplicationScoped
class ShowEvents {

    /** $4 since when it is compared, $5 digits of a place, $6 the fewest people that are told of, $7 category, $8 how many. */
    private static final String MOST = """
            select left(t.region, $5) as place, %3$s as category,
                count(*) filter (where t.received_at >= $1) as complaints,
                count(*) filter (where t.received_at < $1) as before,
                count(distinct %2$s) filter (where t.received_at < $1) as people_before
            from ticket_fact t
            where t.region ^@ $3 and t.received_at >= $4 and t.received_at < $2 and %1$s
                and ($7::text is null or t.category = $7 or t.category ^@ ($7 || '.'))
            group by 1, 2
            having count(distinct %2$s) filter (where t.received_at >= $1) >= $6
            order by complaints desc, before, place, category limit $8
            """.formatted(Complaint.COUNTS, Complaint.PERSON, Complaint.MATTER);

    private final Facts facts;
    private final Matters matters;
    private final Regions regions;
    private final PublishedRates rates;

    ShowEvents(Facts facts, Matters matters, Regions regions, PublishedRates rates) {
        this.facts = facts;
        this.matters = matters;
        this.regions = regions;
        this.rates = rates;
    }

    Uni<EventView> of(Asked asked, Level level, @Nullable String category, int limit) {
        Period before = asked.before();
        int fewest = asked.own() ? 1 : rates.personsFrom();
        Tuple values = Facts.of(asked.period(), asked.region())
                .addOffsetDateTime(before.begin().atOffset(ZoneOffset.UTC))
                .addInteger(level.digits())
                .addInteger(fewest)
                .addString(category)
                .addInteger(limit);
        return facts.rows(MOST, values)
                .map(rows -> new EventView(
                        asked.region(),
                        regions.nameOf(asked.region()),
                        asked.period().from(),
                        asked.period().to(),
                        before.from(),
                        before.to(),
                        level.label(),
                        rows.stream().map(row -> item(row, fewest)).toList()));
    }

    private EventView.Item item(Row row, int fewest) {
        long complaints = row.getLong("complaints");
        long before = row.getLong("before");
        long people = row.getLong("people_before");
        boolean withheld = people > 0 && people < fewest;
        return new EventView.Item(
                row.getString("place"),
                regions.nameOf(row.getString("place")),
                row.getString("category"),
                matters.name(row.getString("category")),
                complaints,
                withheld ? null : before,
                withheld ? null : complaints - before,
                withheld || before == 0
                        ? null
                        : BigDecimal.valueOf(complaints - before)
                                .divide(BigDecimal.valueOf(before), 2, RoundingMode.HALF_UP),
                withheld);
    }
}
