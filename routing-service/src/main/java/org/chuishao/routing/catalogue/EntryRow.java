package org.chuishao.routing.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.chuishao.routing.category.Tsv;
import org.chuishao.routing.category.Tsv.Row;

/** How an entry of the catalogue stands in a table. */
public final class EntryRow {

    public static final List<String> COLUMNS = List.of(
            "category", "region", "lead", "level", "assisting", "copies", "byItself", "validFrom", "validTo", "basis");

    private EntryRow() {}

    /** @throws IllegalArgumentException naming the column that says nothing known */
    public static Entry entry(Row row) {
        LocalDate from = row.value(7, LocalDate::parse);
        LocalDate to = row.optional(8, LocalDate::parse);
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("column 9 is no day after the first");
        }
        return new Entry(
                row.text(0),
                row.text(1),
                row.optional(2) == null ? Entry.NOBODY : row.text(2),
                row.optional(3, Integer::valueOf),
                row.words(4),
                row.words(5),
                row.yes(6),
                from,
                to,
                row.text(9));
    }

    public static List<String> fields(Entry it) {
        return Tsv.fields(
                it.category(),
                it.region(),
                it.lead(),
                it.level(),
                String.join(" ", it.assisting()),
                String.join(" ", it.copies()),
                it.byItself() ? "yes" : "no",
                it.validFrom(),
                it.validTo(),
                it.basis());
    }
}
