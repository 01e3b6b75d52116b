package org.chuishao.analytics.keyview;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chuishao.analytics.keyview.PeopleCells.Cell;
import org.chuishao.analytics.keyview.PeopleView.Field;
import org.chuishao.analytics.keyview.PeopleView.Group;
import org.chuishao.analytics.matter.Matters;
import org.chuishao.analytics.matter.Name;
import org.chuishao.analytics.rates.PublishedRates;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.CurrentScope;

/** Counts people by field and by how often they complained of it. */
@ApplicationScoped
class ShowPeople {

    /** A person stands once in each field that he complained of; {@code $4} is how many digits a place has. */
    private static final String GROUPS = """
            with c as (
                select left(t.region, $4) as place, coalesce(f.field, %2$s) as field, t.caller, count(*) as n
                from ticket_fact t left join unnest($5::text[], $6::text[]) as f (matter, field) on f.matter = %2$s
                where t.region ^@ $3 and t.received_at >= $1 and t.received_at < $2 and %1$s
                group by 1, 2, 3)
            select place, field, %3$s as band, count(*) as persons, 0::numeric as complaints
            from c where caller is not null group by 1, 2, 3
            union all
            select place, '', -1, count(distinct caller), 0 from c where caller is not null group by 1
            union all
            select place, '', -2, 0, sum(n) from c where caller is null group by 1
            """.formatted(Complaint.COUNTS, Complaint.MATTER, Band.OF_N);

    private static final int UNKNOWN = -2;
    private static final int[] DIGITS = {2, 4, 6, 9, 12, 15};

    private final Facts facts;
    private final Matters matters;
    private final Regions regions;
    private final CurrentScope scope;
    private final PublishedRates rates;

    ShowPeople(Facts facts, Matters matters, Regions regions, CurrentScope scope, PublishedRates rates) {
        this.facts = facts;
        this.matters = matters;
        this.regions = regions;
        this.scope = scope;
        this.rates = rates;
    }

    Uni<PeopleView> of(Asked asked) {
        List<String> codes = matters.codes();
        Tuple values = Facts.of(asked.period(), family(asked.region()))
                .addInteger(asked.region().length())
                .addArrayOfString(codes.toArray(String[]::new))
                .addArrayOfString(codes.stream().map(matters::field).toArray(String[]::new));
        return facts.rows(GROUPS, values).map(rows -> view(asked, rows));
    }

    /** What holds a place and those beside it, where the caller may ask for it. */
    private String family(String region) {
        String parent = region;
        for (int digits : DIGITS) {
            if (digits < region.length()) {
                parent = region.substring(0, digits);
            }
        }
        String larger = parent;
        return scope.get().regions().stream().anyMatch(larger::startsWith) ? larger : region;
    }

    private PeopleView view(Asked asked, List<Row> rows) {
        PeopleCells cells = new PeopleCells();
        long unknown = 0;
        for (Row row : rows) {
            String place = row.getString("place");
            int band = row.getInteger("band");
            if (band == UNKNOWN) {
                unknown += place.equals(asked.region()) ? row.getLong("complaints") : 0;
            } else {
                cells.add(place, row.getString("field"), band, row.getLong("persons"));
                if (band >= 0) {
                    cells.add(place, row.getString("field"), PeopleCells.ANY, row.getLong("persons"));
                }
            }
        }
        Set<Cell> withheld = asked.own() ? Set.of() : cells.withheld(rates.personsFrom());
        String here = asked.region();
        Cell all = new Cell(here, PeopleCells.ALL, PeopleCells.ANY);
        return new PeopleView(
                here,
                regions.nameOf(here),
                asked.period().from(),
                asked.period().to(),
                withheld.contains(all) ? null : cells.of(all),
                asked.own() || unknown == 0 || unknown >= rates.personsFrom() ? unknown : null,
                cells.fields(here).stream()
                        .map(field -> field(cells, withheld, here, field))
                        .toList());
    }

    private Field field(PeopleCells cells, Set<Cell> withheld, String here, String field) {
        Cell all = new Cell(here, field, PeopleCells.ANY);
        List<Group> groups = Stream.of(Band.values())
                .map(band -> {
                    Cell cell = new Cell(here, field, band.ordinal());
                    boolean hidden = withheld.contains(cell) || withheld.contains(all);
                    return new Group(
                            band.name(), new Name(band.zh(), band.en()), hidden ? null : cells.of(cell), hidden);
                })
                .toList();
        return new Field(
                field,
                matters.name(field),
                withheld.contains(all) ? null : cells.of(all),
                withheld.contains(all),
                groups);
    }
}
