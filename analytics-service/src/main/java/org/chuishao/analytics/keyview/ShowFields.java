package org.chuishao.analytics.keyview;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.keyview.FieldCells.Cell;
import org.chuishao.analytics.matter.Matters;
import org.chuishao.analytics.matter.Name;
import org.chuishao.analytics.rates.PublishedRates;
import org.chuishao.mesh.reference.Regions;
import org.jspecify.annotations.Nullable;

/** Counts complaints by field or industry line, day by day or week by week. */
@ApplicationScoped
class ShowFields {

    /** $4 since when it is compared, $5 days of a part, $6 and $7 matters and what they belong to, $8 category. */
    private static final String PARTS = """
            select field, part, grouping(field) = 1 as all_fields, grouping(part) = 1 as whole, present,
                count(*) as complaints, count(distinct person) as people
            from (
                select coalesce(f.field, case when $9 then 'NONE' else %3$s end) as field, t.received_at >= $1 as present,
                    floor(extract(epoch from t.received_at - $1::timestamptz) / (86400 * $5::int))::int as part,
                    %2$s as person
                from ticket_fact t left join unnest($6::text[], $7::text[]) as f (matter, field) on f.matter = %3$s
                where t.region ^@ $3 and t.received_at >= $4 and t.received_at < $2 and %1$s
                    and ($8::text is null or t.category = $8 or t.category ^@ ($8 || '.'))) c
            group by grouping sets ((present, field, part), (present, field), (present, part), (present))
            """.formatted(Complaint.COUNTS, Complaint.PERSON, Complaint.MATTER);

    private static final int MOST_DAYS = 31;
    private static final int WEEK = 7;
    private static final int DIGITS = 4;
    private static final String NONE = "NONE";

    private final Facts facts;
    private final Matters matters;
    private final Regions regions;
    private final PublishedRates rates;

    ShowFields(Facts facts, Matters matters, Regions regions, PublishedRates rates) {
        this.facts = facts;
        this.matters = matters;
        this.regions = regions;
        this.rates = rates;
    }

    /** @param byLine by industry line instead of by field */
    Uni<FieldView> of(Asked asked, boolean byLine, @Nullable String category) {
        Period period = asked.period();
        int days = (int) (period.to().toEpochDay() - period.from().toEpochDay()) + 1;
        int length = days <= MOST_DAYS ? 1 : WEEK;
        List<LocalDate> parts = IntStream.range(0, (days + length - 1) / length)
                .mapToObj(part -> period.from().plusDays((long) part * length))
                .toList();
        List<String> codes = matters.codes();
        Tuple values = Facts.of(period, asked.region())
                .addOffsetDateTime(asked.before().begin().atOffset(ZoneOffset.UTC))
                .addInteger(length)
                .addArrayOfString(codes.toArray(String[]::new))
                .addArrayOfString(codes.stream()
                        .map(code -> byLine ? line(code) : matters.field(code))
                        .toArray(String[]::new))
                .addString(category)
                .addBoolean(byLine);
        return facts.rows(PARTS, values).map(rows -> view(asked, byLine, parts, rows));
    }

    private String line(String code) {
        String line = matters.line(code);
        return line == null ? NONE : line;
    }

    private FieldView view(Asked asked, boolean byLine, List<LocalDate> parts, List<Row> rows) {
        FieldCells cells = new FieldCells(parts.size());
        for (Row row : rows) {
            String field = row.getBoolean("all_fields") ? FieldCells.ALL : row.getString("field");
            boolean present = row.getBoolean("present");
            boolean whole = row.getBoolean("whole");
            if (present || whole) {
                int part = !present ? FieldCells.BEFORE : whole ? FieldCells.WHOLE : row.getInteger("part");
                cells.put(field, part, row.getLong("complaints"), row.getLong("people"));
            }
        }
        Set<Cell> withheld = asked.own() ? Set.of() : cells.withheld(rates.personsFrom());
        return new FieldView(
                asked.region(),
                regions.nameOf(asked.region()),
                asked.period().from(),
                asked.period().to(),
                asked.before().from(),
                asked.before().to(),
                byLine ? "line" : "field",
                shown(cells, withheld, FieldCells.ALL, FieldCells.WHOLE),
                parts,
                cells.fields().stream()
                        .map(field -> item(cells, withheld, field, parts.size(), byLine))
                        .toList());
    }

    private FieldView.Item item(FieldCells cells, Set<Cell> withheld, String field, int parts, boolean byLine) {
        Long complaints = shown(cells, withheld, field, FieldCells.WHOLE);
        Long before = shown(cells, withheld, field, FieldCells.BEFORE);
        Long all = shown(cells, withheld, FieldCells.ALL, FieldCells.WHOLE);
        List<@Nullable Long> trend = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            trend.add(shown(cells, withheld, field, part));
        }
        return new FieldView.Item(
                field,
                byLine ? new Name(field, field) : matters.name(field),
                complaints,
                complaints == null || all == null || all == 0
                        ? null
                        : BigDecimal.valueOf(complaints).divide(BigDecimal.valueOf(all), DIGITS, RoundingMode.HALF_UP),
                before,
                complaints == null || before == null ? null : complaints - before,
                trend,
                complaints == null);
    }

    private static @Nullable Long shown(FieldCells cells, Set<Cell> withheld, String field, int part) {
        return withheld.contains(new Cell(field, part)) ? null : cells.of(field, part);
    }
}
