package org.chuishao.routing.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.routing.category.Tsv;

/** The dispatch catalogue (派单目录). Filled once, then only read. */
public final class Catalogue {

    private static final Pattern UNIT = Pattern.compile("\\{territory}|U(-[A-Z_]+)+-(\\{county}|\\{city}|[0-9]+)");

    private final Taxonomy taxonomy;
    private final Map<String, List<Entry>> byCategory = new LinkedHashMap<>();

    public Catalogue(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** The catalogue that comes with the product. */
    public static Catalogue shipped(Taxonomy taxonomy) {
        Catalogue catalogue = new Catalogue(taxonomy);
        Tsv.read("/routing/catalogue.tsv", 9, row -> {
            LocalDate validTo = row.optional(7, LocalDate::parse);
            catalogue.add(new Entry(
                    row.text(0),
                    row.text(1),
                    row.text(2),
                    row.words(3),
                    row.words(4),
                    row.yes(5),
                    LocalDate.parse(row.text(6)),
                    validTo,
                    row.text(8)));
        });
        return catalogue;
    }

    /** @throws IllegalArgumentException if the category, the region's code or a unit's pattern is none */
    public void add(Entry entry) {
        if (taxonomy.category(entry.category()).isEmpty()) {
            throw new IllegalArgumentException("unknown category " + entry.category());
        }
        if (RegionCode.level(entry.region()).isEmpty()) {
            throw new IllegalArgumentException("not a division code: " + entry.region());
        }
        List<String> units = new ArrayList<>(entry.assisting());
        units.add(entry.lead());
        units.addAll(entry.copies());
        for (String unit : units) {
            if (!UNIT.matcher(unit).matches()) {
                throw new IllegalArgumentException("not a unit or pattern of one: " + unit);
            }
        }
        byCategory
                .computeIfAbsent(entry.category(), category -> new ArrayList<>())
                .add(entry);
    }

    /** The entry of the longest region that holds the place; of two, the later one, or the one that was added first. */
    public Optional<Entry> find(String category, String region, LocalDate day) {
        return byCategory.getOrDefault(category, List.of()).stream()
                .filter(entry -> region.startsWith(entry.region()) && entry.validOn(day))
                .max(Comparator.<Entry>comparingInt(entry -> entry.region().length())
                        .thenComparing(Entry::validFrom));
    }

    public List<Entry> entries() {
        return byCategory.values().stream().flatMap(List::stream).toList();
    }
}
