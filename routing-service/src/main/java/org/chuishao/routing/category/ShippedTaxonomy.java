package org.chuishao.routing.category;

import org.chuishao.mesh.event.Severity;

/** The terms, lines, categories and hazard words that come with the product. */
public final class ShippedTaxonomy {

    private ShippedTaxonomy() {}

    public static Taxonomy read() {
        Taxonomy taxonomy = new Taxonomy();
        Tsv.read("/routing/terms.tsv", RuleRows.TERM.size(), row -> taxonomy.add(RuleRows.term(row)));
        Tsv.read("/routing/lines.tsv", RuleRows.LINE.size(), row -> taxonomy.add(RuleRows.line(row)));
        Tsv.read("/routing/categories.tsv", RuleRows.CATEGORY.size(), row -> taxonomy.add(RuleRows.category(row)));
        Tsv.read("/routing/hazards.tsv", 4, row -> {
            for (String word : row.words(3)) {
                taxonomy.add(new Hazard(word, Severity.valueOf(row.text(0)), row.yes(1), row.optional(2)));
            }
        });
        return taxonomy;
    }
}
