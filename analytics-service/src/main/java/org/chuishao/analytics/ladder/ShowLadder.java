package org.chuishao.analytics.ladder;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.ladder.Ladder.Count;
import org.chuishao.analytics.ladder.LadderView.Climbing;
import org.chuishao.analytics.ladder.LadderView.Step;
import org.chuishao.analytics.page.Place;
import org.chuishao.analytics.word.China;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.reference.CategoryNames;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.Units;
import org.jspecify.annotations.Nullable;

/** Names what the ladder's rows say by codes. */
@ApplicationScoped
class ShowLadder {

    static final Place FIRST = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1).toString());

    private final Ladder ladder;
    private final Regions regions;
    private final Units units;
    private final CategoryNames names;

    ShowLadder(Ladder ladder, Regions regions, Units units, CategoryNames names) {
        this.ladder = ladder;
        this.regions = regions;
        this.units = units;
        this.names = names;
    }

    /** @param after behind which climb the page begins */
    Uni<LadderView> of(String region, Place after, UUID id, int limit, Instant now) {
        return ladder.of(region, now, after.at(), id, limit + 1).map(seen -> {
            List<Row> rows = seen.climbs();
            List<Row> page = rows.size() > limit ? rows.subList(0, limit) : rows;
            return new LadderView(
                    region,
                    regions.nameOf(region),
                    China.at(seen.counted().at()),
                    Arrays.stream(Rung.values())
                            .map(rung -> step(rung, seen.counted().levels().getOrDefault(rung, Count.NONE)))
                            .toList(),
                    page.stream().map(this::climbing).toList(),
                    rows.size() > limit ? cursor(page.get(limit - 1)) : null);
        });
    }

    private static Step step(Rung rung, Count count) {
        return new Step(rung, rung.label(), count.open(), count.climbed());
    }

    private static String cursor(Row last) {
        return new Place(
                        last.getOffsetDateTime("at").toInstant(),
                        last.getUUID("event_id").toString())
                .cursor();
    }

    private Climbing climbing(Row row) {
        Rungs rungs = new Rungs(units::find);
        String from = row.getString("from_unit");
        String to = row.getString("to_unit");
        boolean hidden = row.getBoolean("hidden");
        String category = hidden ? null : row.getString("category");
        State state = row.getString("state") == null ? null : State.valueOf(row.getString("state"));
        return new Climbing(
                row.getUUID("ticket_id"),
                hidden ? null : row.getString("number"),
                row.getString("region"),
                regions.nameOf(row.getString("region")),
                category,
                category == null ? null : names.nameOf(category),
                rungs.holding(from, row.getBoolean("from_grid")),
                from,
                nameOf(from),
                rungs.of(to),
                to,
                nameOf(to),
                row.getString("cause"),
                Cause.label(row.getString("cause")),
                row.getInteger("supervision"),
                China.at(row, "at"),
                state,
                state == null ? null : state.label());
    }

    private @Nullable String nameOf(@Nullable String unit) {
        return unit == null ? null : units.find(unit).map(Unit::name).orElse(unit);
    }
}
