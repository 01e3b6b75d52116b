package org.chuishao.analytics.keyview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chuishao.analytics.withheld.Withholding;
import org.chuishao.analytics.withheld.Withholding.Sum;

/**
 * How many people each place has by field and band. The places beside the one that is asked for are counted too, where the
 * caller may ask for what holds them all: what is withheld of one must not be had from the others.
 */
final class PeopleCells {

    /** @param place empty for what holds them all; {@code field} empty for all fields, {@code band} below 0 for all bands */
    record Cell(String place, String field, int band) {}

    static final String ALL = "";
    static final int ANY = -1;

    private final Map<Cell, Long> persons = new HashMap<>();
    private final Set<String> places = new LinkedHashSet<>();
    private final Set<String> fields = new TreeSet<>();

    /** Several of one cell add up. */
    void add(String place, String field, int band, long many) {
        persons.merge(new Cell(place, field, band), many, Long::sum);
        if (!place.equals(ALL)) {
            places.add(place);
            persons.merge(new Cell(ALL, field, band), many, Long::sum);
        }
        if (!field.equals(ALL)) {
            fields.add(field);
        }
    }

    long of(Cell cell) {
        return persons.getOrDefault(cell, 0L);
    }

    Collection<String> fields(String place) {
        return fields.stream()
                .filter(field -> of(new Cell(place, field, ANY)) > 0)
                .toList();
    }

    Set<Cell> withheld(int smallest) {
        List<Sum<Cell>> sums = new ArrayList<>();
        Set<String> everywhere = new LinkedHashSet<>(places);
        everywhere.add(ALL);
        for (String place : everywhere) {
            // people of several fields are fewer than the sum, which only makes more of them withheld
            sums.add(new Sum<>(
                    new Cell(place, ALL, ANY),
                    fields.stream().map(field -> new Cell(place, field, ANY)).toList()));
            for (String field : fields) {
                sums.add(new Sum<>(
                        new Cell(place, field, ANY), bands(place, field).toList()));
            }
        }
        if (places.size() > 1) {
            sums.add(over(ALL, ANY));
            for (String field : fields) {
                Stream.concat(Stream.of(ANY), Stream.of(Band.values()).map(Band::ordinal))
                        .forEach(band -> sums.add(over(field, band)));
            }
        }
        return Withholding.of(persons, sums, smallest);
    }

    /** Of all places together. */
    private Sum<Cell> over(String field, int band) {
        return new Sum<>(
                new Cell(ALL, field, band),
                places.stream().map(place -> new Cell(place, field, band)).toList());
    }

    private static Stream<Cell> bands(String place, String field) {
        return Stream.of(Band.values()).map(band -> new Cell(place, field, band.ordinal()));
    }
}
