package org.chuishao.grid.whistle;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.unit.Territory;
import org.chuishao.mesh.log.ReaderTransaction;

/** Who supervises absent departments: the county that whistled, then whoever is above the department in city and province. */
final class Above {

    private static final int COUNTY = 3;
    private static final String LADDER = """
            with recursive ladder as (
                select u.id as unit, s.id, s.level, s.superior, 1 as step
                from unit u join unit s on s.id = u.superior where u.id = any($1)
                union all
                select l.unit, s.id, s.level, s.superior, l.step + 1
                from ladder l join unit s on s.id = l.superior where l.step < 6
            )
            select unit, id, level from ladder order by unit, step
            """;

    private final Map<String, List<Rung>> ladders;

    private Above(Map<String, List<Rung>> ladders) {
        this.ladders = ladders;
    }

    private record Rung(String id, int level) {}

    static Uni<Above> of(ReaderTransaction transaction, Collection<String> departments) {
        return transaction
                .sql()
                .preparedQuery(LADDER)
                .execute(Tuple.of(departments.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<Rung>> ladders = new HashMap<>();
                    for (Row row : rows) {
                        ladders.computeIfAbsent(row.getString("unit"), unit -> new ArrayList<>())
                                .add(new Rung(row.getString("id"), row.getInteger("level")));
                    }
                    return new Above(ladders);
                });
    }

    /** @param supervision 1 county, 2 city, 3 province; where the ladder ends before it, the last there is */
    String at(int supervision, String department, String region) {
        if (supervision == 1) {
            return Territory.county(region).orElse(department);
        }
        List<Rung> ladder = ladders.getOrDefault(department, List.of());
        return ladder.stream()
                .filter(it -> it.level() <= COUNTY + 1 - supervision)
                .findFirst()
                .map(Rung::id)
                .orElseGet(() -> ladder.isEmpty()
                        ? department
                        : ladder.get(ladder.size() - 1).id());
    }
}
