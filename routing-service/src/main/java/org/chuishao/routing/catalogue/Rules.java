package org.chuishao.routing.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.category.ShippedTaxonomy;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.routing.category.Tsv;
import org.jspecify.annotations.Nullable;

/** What routing decides by: all of it is data, and always changed together. */
public record Rules(Taxonomy taxonomy, Catalogue catalogue, List<Conflict> conflicts) {

    public Rules {
        conflicts = List.copyOf(conflicts);
        conflicts.forEach(conflict -> conflict.requireFit(taxonomy));
    }

    /** @throws IllegalArgumentException if an entry could not be read with these rules again */
    public void requireFit(Entry entry) {
        new Catalogue(taxonomy).add(entry);
    }

    /** Who must not have a ticket with these words, if anybody. */
    public Optional<Conflict> conflict(String category, @Nullable Kind kind, String text) {
        return conflicts.stream()
                .filter(it -> it.about(taxonomy, category, kind, text))
                .findFirst();
    }

    /** Those that come with the product. */
    public static Rules shipped() {
        Taxonomy taxonomy = ShippedTaxonomy.read();
        return new Rules(taxonomy, Catalogue.shipped(taxonomy), shippedConflicts());
    }

    static List<Conflict> shippedConflicts() {
        List<Conflict> conflicts = new ArrayList<>();
        Tsv.read("/routing/conflicts.tsv", Conflict.COLUMNS.size(), row -> conflicts.add(Conflict.of(row)));
        return conflicts;
    }
}
