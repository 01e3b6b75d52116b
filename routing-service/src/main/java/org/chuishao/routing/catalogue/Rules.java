package org.chuishao.routing.catalogue;

import org.chuishao.routing.category.ShippedTaxonomy;
import org.chuishao.routing.category.Taxonomy;

/** What routing decides by: both are data, and always changed together. */
public record Rules(Taxonomy taxonomy, Catalogue catalogue) {

    /** @throws IllegalArgumentException if an entry could not be read with these rules again */
    public void requireFit(Entry entry) {
        new Catalogue(taxonomy).add(entry);
    }

    /** Those that come with the product. */
    public static Rules shipped() {
        Taxonomy taxonomy = ShippedTaxonomy.read();
        return new Rules(taxonomy, Catalogue.shipped(taxonomy));
    }
}
