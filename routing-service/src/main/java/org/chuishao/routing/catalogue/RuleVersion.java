package org.chuishao.routing.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Line;
import org.chuishao.routing.category.RuleRows;
import org.chuishao.routing.category.Term;
import org.chuishao.routing.category.Tsv.Row;

/**
 * One row of a table of rules from a day on.
 *
 * @param code that it is about
 * @param region where it holds
 * @param fields as they stand in the table, written in one way
 */
public record RuleVersion(Sort sort, String code, String region, LocalDate validFrom, List<String> fields) {

    public RuleVersion {
        fields = List.copyOf(fields);
    }

    /** The tables that a province changes. */
    public enum Sort {
        TERM(RuleRows.TERM),
        LINE(RuleRows.LINE),
        CATEGORY(RuleRows.CATEGORY),
        CATALOGUE(EntryRow.COLUMNS),
        CONFLICT(Conflict.COLUMNS);

        private final List<String> columns;

        Sort(List<String> columns) {
            this.columns = columns;
        }

        public List<String> columns() {
            return columns;
        }

        /**
         * Reads a row, with all that can be said against it alone.
         *
         * @param validFrom where the row itself does not say so
         * @throws IllegalArgumentException saying what is wrong with it
         */
        public RuleVersion version(Row row, LocalDate validFrom) {
            return switch (this) {
                case TERM -> {
                    Term it = RuleRows.term(row);
                    yield province(it.code(), validFrom, RuleRows.fields(it));
                }
                case LINE -> {
                    Line it = RuleRows.line(row);
                    yield province(it.code(), validFrom, RuleRows.fields(it));
                }
                case CATEGORY -> {
                    Category it = RuleRows.category(row);
                    yield province(it.code(), validFrom, RuleRows.fields(it));
                }
                case CONFLICT -> {
                    Conflict it = Conflict.of(row);
                    yield province(it.code(), validFrom, Conflict.fields(it));
                }
                case CATALOGUE -> {
                    Entry it = EntryRow.entry(row);
                    yield new RuleVersion(this, it.category(), it.region(), it.validFrom(), EntryRow.fields(it));
                }
            };
        }

        /** All rows that hold under the rules; of the catalogue also those of other days. */
        public List<List<String>> rows(Rules rules) {
            return switch (this) {
                case TERM ->
                    rules.taxonomy().terms().stream().map(RuleRows::fields).toList();
                case LINE ->
                    rules.taxonomy().lines().stream().map(RuleRows::fields).toList();
                case CATEGORY ->
                    rules.taxonomy().categories().stream().map(RuleRows::fields).toList();
                case CATALOGUE ->
                    rules.catalogue().entries().stream().map(EntryRow::fields).toList();
                case CONFLICT ->
                    rules.conflicts().stream().map(Conflict::fields).toList();
            };
        }

        private RuleVersion province(String code, LocalDate validFrom, List<String> fields) {
            return new RuleVersion(this, code, RegionCode.PROVINCE, validFrom, fields);
        }
    }

    Row row() {
        return new Row(fields);
    }

    /** Of the same thing, from the same day on. */
    public boolean replaces(RuleVersion other) {
        return sort == other.sort
                && code.equals(other.code)
                && region.equals(other.region)
                && validFrom.equals(other.validFrom);
    }
}
