package org.chuishao.analytics.keyview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.chuishao.analytics.withheld.Withholding;
import org.chuishao.analytics.withheld.Withholding.Sum;

/** Complaints by field and part of the days, with the people behind them. */
final class FieldCells {

    static final String ALL = "";
    /** All parts of the days. */
    static final int WHOLE = -1;
    /** The days before. */
    static final int BEFORE = -2;

    /** @param part of the days, from 0 on */
    record Cell(String field, int part) {}

    private final Map<Cell, Long> complaints = new HashMap<>();
    private final Map<Cell, Long> people = new HashMap<>();
    private final Set<String> fields = new TreeSet<>();
    private final int parts;

    FieldCells(int parts) {
        this.parts = parts;
    }

    void put(String field, int part, long many, long persons) {
        Cell cell = new Cell(field, part);
        complaints.put(cell, many);
        people.put(cell, persons);
        if (!field.equals(ALL)) {
            fields.add(field);
        }
    }

    long of(String field, int part) {
        return complaints.getOrDefault(new Cell(field, part), 0L);
    }

    /** With most complaints first. */
    List<String> fields() {
        return fields.stream()
                .filter(field -> of(field, WHOLE) > 0)
                .sorted((one, other) -> Long.compare(of(other, WHOLE), of(one, WHOLE)))
                .toList();
    }

    Set<Cell> withheld(int smallest) {
        List<Sum<Cell>> sums = new ArrayList<>();
        IntStream.rangeClosed(BEFORE, parts - 1)
                .forEach(part -> sums.add(new Sum<>(
                        new Cell(ALL, part),
                        fields.stream().map(field -> new Cell(field, part)).toList())));
        List<String> lines = new ArrayList<>(fields);
        lines.add(ALL);
        lines.forEach(field -> sums.add(new Sum<>(
                new Cell(field, WHOLE),
                IntStream.range(0, parts)
                        .mapToObj(part -> new Cell(field, part))
                        .toList())));
        return Withholding.of(people, sums, smallest);
    }
}
