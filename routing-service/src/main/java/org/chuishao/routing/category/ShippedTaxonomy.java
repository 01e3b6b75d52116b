package org.chuishao.routing.category;

import org.chuishao.mesh.event.Severity;

/** The lines, categories and hazard words that come with the product. */
public final class ShippedTaxonomy {

    private ShippedTaxonomy() {}

    public static Taxonomy read() {
        Taxonomy taxonomy = new Taxonomy();
        Tsv.read("/routing/lines.tsv", 3, row -> taxonomy.add(new Line(row.text(0), row.text(1), row.text(2))));
        Tsv.read(
                "/routing/categories.tsv",
                6,
                row -> taxonomy.add(new Category(
                        row.text(0),
                        row.optional(1),
                        row.text(2),
                        row.text(3),
                        row.optional(4, Severity::valueOf),
                        row.words(5))));
        Tsv.read("/routing/hazards.tsv", 4, row -> {
            for (String word : row.words(3)) {
                taxonomy.add(new Hazard(word, Severity.valueOf(row.text(0)), row.yes(1), row.optional(2)));
            }
        });
        return taxonomy;
    }
}
