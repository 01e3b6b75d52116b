package org.chuishao.routing.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.routing.category.Tsv;

/** The dispatch catalogue (派单目录). Filled once, then only read. */
public final class Catalogue {

    private static final Pattern UNIT = Pattern.compile("\\{territory}|U(-[A-Z_]+)+-(\\{county}|\\{city}|[0-9]+)");
    private static final int COUNTY = 3;
    private static final int COMMUNITY = 5;

    private final Taxonomy taxonomy;
    private final Map<String, List<Entry>> byCategory = new LinkedHashMap<>();

    public Catalogue(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** The catalogue that comes with the product. */
    public static Catalogue shipped(Taxonomy taxonomy) {
        Catalogue catalogue = new Catalogue(taxonomy);
        Tsv.read("/routing/catalogue.tsv", EntryRow.COLUMNS.size(), row -> catalogue.add(EntryRow.entry(row)));
        return catalogue;
    }

    /** @throws IllegalArgumentException if the category, the region's code, the level or a unit's pattern is none */
    public void add(Entry entry) {
        if (taxonomy.category(entry.category()).isEmpty()) {
            throw new IllegalArgumentException("unknown category " + entry.category());
        }
        if (RegionCode.level(entry.region()).isEmpty()) {
            throw new IllegalArgumentException("not a division code: " + entry.region());
        }
        Integer level = entry.level();
        if (level != null && (level < COUNTY || level > COMMUNITY)) {
            throw new IllegalArgumentException("not a level from 3 county to 5 community: " + level);
        }
        requireUnits(entry);
        byCategory
                .computeIfAbsent(entry.category(), category -> new ArrayList<>())
                .add(entry);
    }

    private static void requireUnits(Entry entry) {
        List<String> units = new ArrayList<>(entry.assisting());
        units.addAll(entry.copies());
        if (!entry.ends()) {
            units.add(entry.lead());
        }
        for (String unit : units) {
            if (!UNIT.matcher(unit).matches()) {
                throw new IllegalArgumentException("not a unit or pattern of one: " + unit);
            }
        }
    }

    /**
     * The entry of the nearest category that has one there: of the longest region that holds the place; of two, the later
     * one, or the one that was added first.
     */
    public Optional<Entry> find(String category, String region, LocalDate day) {
        return taxonomy.path(category).stream()
                .flatMap(node -> of(node, region, day).stream())
                .findFirst();
    }

    private Optional<Entry> of(String category, String region, LocalDate day) {
        Set<String> ended = new HashSet<>();
        return byCategory.getOrDefault(category, List.of()).stream()
                .filter(entry -> region.startsWith(entry.region()) && entry.validOn(day))
                .sorted(Comparator.<Entry>comparingInt(entry -> -entry.region().length())
                        .thenComparing(Entry::validFrom, Comparator.reverseOrder()))
                .filter(entry -> ended.add(entry.region()))
                .filter(entry -> !entry.ends())
                .findFirst();
    }

    /** Of each category and region the entry that holds on a day. */
    public List<Entry> inForce(LocalDate day) {
        Set<List<String>> seen = new HashSet<>();
        return entries().stream()
                .filter(entry -> entry.validOn(day))
                .sorted(Comparator.comparing(Entry::validFrom, Comparator.reverseOrder()))
                .filter(entry -> seen.add(List.of(entry.category(), entry.region())))
                .filter(entry -> !entry.ends())
                .sorted(Comparator.comparing(Entry::category).thenComparing(Entry::region))
                .toList();
    }

    public List<Entry> entries() {
        return byCategory.values().stream().flatMap(List::stream).toList();
    }
}
