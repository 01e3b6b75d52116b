package org.chuishao.grid.location;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.location.Successors.Succession;
import org.chuishao.grid.outline.Outline;
import org.chuishao.mesh.reference.Region;
import org.jspecify.annotations.Nullable;

/** Keeps what is known of places in memory to the register, whichever replica has changed it. */
@ApplicationScoped
public class FollowRegister {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int A_PAGE = 5_000;

    private static final String HIGHEST = "SELECT coalesce(max(changed), 0) AS highest FROM region";
    private static final String CHANGED = """
            SELECT r.code, r.level, r.name, r.parent, r.kind, r.synthetic, r.longitude, r.latitude, r.valid_from, r.valid_to,
                   r.outline, r.changed,
                   (SELECT array_agg(s.successor ORDER BY s.successor) FROM region_successor s WHERE s.code = r.code)
                       AS successors
            FROM region r
            WHERE r.changed > $1 AND r.changed <= $2 AND (r.level <= 5 OR r.outline IS NOT NULL OR r.valid_to IS NOT NULL)
            ORDER BY r.changed LIMIT $3
            """;

    private final Pool pool;
    private final Gazetteer gazetteer;
    private final Outlines outlines;
    private final Successors successors;
    private long seen;

    FollowRegister(Pool pool, Gazetteer gazetteer, Outlines outlines, Successors successors) {
        this.pool = pool;
        this.gazetteer = gazetteer;
        this.outlines = outlines;
        this.successors = successors;
    }

    /** After the first load. */
    void start(@Observes @Priority(200) StartupEvent event) {
        refresh();
    }

    /** For whoever has just changed the register: what this replica finds afterwards is as he left it. */
    public Uni<Void> caughtUp() {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::refresh);
    }

    /** Waits for the database, so it is called where waiting is allowed. What has been committed by now is known after it. */
    @Scheduled(
            every = "${chuishao.location.every}",
            delayed = "${chuishao.location.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void refresh() {
        long highest = ask(HIGHEST, Tuple.tuple()).iterator().next().getLong("highest");
        Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        long read = seen;
        while (read < highest) {
            RowSet<Row> page = ask(CHANGED, Tuple.of(read, highest, A_PAGE));
            long last = read;
            for (Row row : page) {
                changes.add(row);
                last = row.getLong("changed");
            }
            read = page.size() < A_PAGE ? highest : last;
        }
        gazetteer.know(changes.regions());
        outlines.take(changes.outlined());
        successors.take(changes.successions());
        // only now: what failed in the middle is read again
        seen = read;
    }

    /** What has changed, page by page: all rows together would be more than what is made of them. */
    private record Changes(List<Region> regions, List<OutlinedRegion> outlined, Map<String, Succession> successions) {

        void add(Row row) {
            if (row.getInteger("level") <= 5) {
                regions.add(region(row));
            }
            if (row.getBuffer("outline") != null) {
                outlined.add(FollowRegister.outlined(row));
            }
            String[] successors = row.getArrayOfStrings("successors");
            if (successors != null) {
                Instant ended = row.getOffsetDateTime("valid_to").toInstant();
                successions.put(row.getString("code"), new Succession(ended, List.of(successors)));
            }
        }
    }

    private RowSet<Row> ask(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE);
    }

    private static OutlinedRegion outlined(Row row) {
        String kind = row.getString("kind");
        return new OutlinedRegion(
                row.getString("code"),
                row.getInteger("level"),
                row.getString("name"),
                kind == null ? 0 : List.of("BASE", "OWN", "INDUSTRY").indexOf(kind),
                row.getBoolean("synthetic"),
                row.getOffsetDateTime("valid_from").toInstant(),
                instant(row.getOffsetDateTime("valid_to")),
                Outline.ofWkb(row.getBuffer("outline").getBytes()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Region region(Row row) {
        return new Region(
                row.getString("code"),
                row.getInteger("level"),
                row.getString("name"),
                row.getString("parent"),
                row.getBoolean("synthetic"),
                row.getDouble("longitude"),
                row.getDouble("latitude"));
    }
}
