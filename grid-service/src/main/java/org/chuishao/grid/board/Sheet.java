package org.chuishao.grid.board;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.board.Tally.Whistles;
import org.chuishao.mesh.problem.Problem;

/** A board while it is being filled. What lies in no child that is in force, as in a grid that has ended, is the region's. */
final class Sheet {

    private final Row region;
    private final List<Row> children;
    private final Map<String, Map<String, Long>> measures = new HashMap<>();
    private final Map<String, Whistles> whistles = new HashMap<>();

    private Sheet(Row region, List<Row> children) {
        this.region = region;
        this.children = children;
    }

    /** @throws Problem 404 if the region itself is not among them */
    static Sheet of(String code, List<Row> regions) {
        if (regions.isEmpty() || !regions.get(0).getString("code").equals(code)) {
            throw Problem.notFound("region");
        }
        return new Sheet(regions.get(0), regions.subList(1, regions.size()));
    }

    LocalDate resolvedSince() {
        return region.getLocalDate("resolved_since");
    }

    void count(Row row) {
        measures.computeIfAbsent(row.getString("place"), place -> new HashMap<>())
                .merge(row.getString("measure"), row.getLong("n"), Long::sum);
    }

    void sound(Row row) {
        whistles.put(row.getString("place"), new Whistles(row.getLong("sounding"), row.getLong("awaited")));
    }

    BoardView view(List<BoardView.Absent> absent) {
        List<BoardView.Child> items = new ArrayList<>();
        Map<String, Map<String, Long>> rest = new HashMap<>(measures);
        Map<String, Whistles> restOfWhistles = new HashMap<>(whistles);
        for (Row child : children) {
            String code = child.getString("code");
            Map<String, Long> own = rest.remove(code);
            Whistles sounding = restOfWhistles.remove(code);
            items.add(new BoardView.Child(
                    code,
                    child.getString("name"),
                    child.getInteger("level"),
                    Tally.of(own == null ? Map.of() : own, sounding == null ? Whistles.NONE : sounding)));
        }
        return new BoardView(
                region.getString("code"),
                region.getString("name"),
                region.getInteger("level"),
                resolvedSince(),
                tally(measures, whistles),
                tally(rest, restOfWhistles),
                items,
                absent);
    }

    private static Tally tally(Map<String, Map<String, Long>> measures, Map<String, Whistles> whistles) {
        Map<String, Long> sums = new HashMap<>();
        measures.values().forEach(own -> own.forEach((measure, n) -> sums.merge(measure, n, Long::sum)));
        return Tally.of(sums, whistles.values().stream().reduce(Whistles.NONE, Whistles::plus));
    }
}
