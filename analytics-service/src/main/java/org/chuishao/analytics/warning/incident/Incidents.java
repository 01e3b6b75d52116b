package org.chuishao.analytics.warning.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.sql.Rows;
import org.chuishao.mesh.time.Ids;

/** Places warnings into incidents, in the transaction that raises them; it holds the locks of their matters. */
@ApplicationScoped
public class Incidents {

    /** One that has a ticket of its own goes its own way. */
    private static final String PLACED = """
            select id, region, category, network, first_at, last_at, incident from warning
            where id = any($1) and rule in ('CLUSTER', 'FACILITY', 'ANOMALY')
                and not exists (select from proactive_ticket p where p.id = warning.id)
            order by first_at, id
            """;
    /** The rules whose warnings belong to incidents. */
    public static final Set<WarningRule> OF =
            EnumSet.of(WarningRule.CLUSTER, WarningRule.FACILITY, WarningRule.ANOMALY);

    private static final String OPEN = """
            select i.board, i.id, i.matter, i.region, i.network, i.first_at, i.last_at,
                (select coalesce(p.bound, p.region) from proactive_ticket p where p.id = i.id) as bound
            from incident i
            where i.board = any($1) and i.folded_into is null and i.handled_at is null and i.last_at >= $2
            """;
    private static final String KEEP = """
            insert into incident (id, board, matter, region, network, first_at, last_at, opened_at)
            select id, board, matter, region, network, first_at, last_at, app_now()
            from json_populate_recordset(null::incident, $1::text::json)
            on conflict (id) do update set region = excluded.region, network = excluded.network,
                first_at = excluded.first_at, last_at = excluded.last_at
            """;
    /** Held against its end. One whose units are done, or that went another way, takes in nothing more. */
    private static final String IN_WORK = """
            select from proactive_ticket p where p.id = $1 and p.handled_at is null and not exists (
                select from ticket_fact f where f.ticket_id = p.id and f.state = any($2))
            for update
            """;

    private static final String WIDEN = """
            update incident i set region = c.region, network = c.network, first_at = c.first_at, last_at = c.last_at
            from json_populate_recordset(null::incident, $1::text::json) c where i.id = c.id
            """;
    private static final String BOUND = """
            update proactive_ticket p set bound = i.region from incident i where i.id = $1 and p.id = i.id
            """;
    private static final String FOLD = """
            update incident i set folded_into = f.into_one from unnest($1::uuid[], $2::uuid[]) as f (id, into_one)
            where i.id = f.id
            """;
    private static final String MOVE = """
            update warning w set incident = f.into_one from unnest($1::uuid[], $2::uuid[]) as f (id, into_one)
            where w.incident = f.id
            """;
    private static final String PLACE = """
            update warning w set incident = p.incident from unnest($1::uuid[], $2::uuid[]) as p (id, incident)
            where w.id = p.id
            """;

    private static final String[] DONE = Stream.of(
                    State.PENDING_REVIEW,
                    State.PENDING_CALLBACK,
                    State.CLOSED,
                    State.ARCHIVED,
                    State.ANSWERED,
                    State.TRANSFERRED,
                    State.MERGED,
                    State.DECLINED,
                    State.WITHDRAWN)
            .map(State::name)
            .toArray(String[]::new);

    private final IncidentConfig config;
    private final Boards boards;

    Incidents(IncidentConfig config, Boards boards) {
        this.config = config;
        this.boards = boards;
    }

    /** @param warnings that were raised or that complaints have joined */
    public Uni<Void> place(SqlConnection sql, Collection<UUID> warnings) {
        return sql.preparedQuery(PLACED)
                .execute(Tuple.of(warnings.toArray(UUID[]::new)))
                .map(rows -> Rows.list(rows).stream().map(Incidents::placed).toList())
                .chain(placed -> placed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : boards(sql, placed, since(placed)).chain(boards -> write(sql, placed, boards)));
    }

    /**
     * A person confirms the incident of a warning, within whose scope the transaction runs: of those with a ticket he decides
     * about the ones that he sees.
     *
     * @return whether it is one with an incident that has a ticket, which stands for more now
     */
    Uni<Boolean> confirm(SqlConnection sql, UUID warning) {
        return sql.preparedQuery(PLACED)
                .execute(Tuple.of(new UUID[] {warning}))
                .map(rows -> Rows.list(rows).stream()
                        .map(Incidents::placed)
                        .filter(it -> it.incident() != null)
                        .toList())
                .chain(placed -> placed.isEmpty()
                        ? Uni.createFrom().item(false)
                        : boards(sql, placed, Instant.EPOCH).chain(boards -> confirm(sql, placed.get(0), boards)));
    }

    private Uni<Boolean> confirm(SqlConnection sql, Placed warning, Map<String, IncidentBoard> boards) {
        IncidentBoard board = board(boards, warning);
        UUID incident = Objects.requireNonNull(warning.incident());
        return board.begun(incident)
                .map(begun -> sql.preparedQuery(IN_WORK)
                        .execute(Tuple.of(begun, DONE))
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().item(false)
                                : goOn(sql, board, key(warning), begun, incident)))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private static Uni<Boolean> goOn(SqlConnection sql, IncidentBoard board, String key, UUID begun, UUID incident) {
        board.goesOn(begun, incident);
        JsonArray wider = new JsonArray();
        board.changed().forEach(it -> wider.add(json(key, it)));
        return sql.preparedQuery(WIDEN)
                .execute(Tuple.of(wider.encode()))
                .chain(() -> sql.preparedQuery(BOUND).execute(Tuple.of(begun)))
                .chain(() -> fold(sql, board.folded()))
                .replaceWith(true);
    }

    private Instant since(List<Placed> placed) {
        return placed.stream()
                .map(Placed::firstAt)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(config.within());
    }

    /** @param since ended before, an incident is of no interest */
    private Uni<Map<String, IncidentBoard>> boards(SqlConnection sql, List<Placed> placed, Instant since) {
        String[] keys = placed.stream().map(this::key).distinct().toArray(String[]::new);
        return sql.preparedQuery(OPEN)
                .execute(Tuple.of(keys, since.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    Map<String, List<Incident>> open = new HashMap<>();
                    rows.forEach(row -> open.computeIfAbsent(row.getString("board"), key -> new ArrayList<>())
                            .add(incident(row)));
                    Map<String, IncidentBoard> boards = new HashMap<>();
                    for (String key : keys) {
                        boards.put(
                                key,
                                new IncidentBoard(open.getOrDefault(key, List.of()), config.places(), config.within()));
                    }
                    return boards;
                });
    }

    private Uni<Void> write(SqlConnection sql, List<Placed> placed, Map<String, IncidentBoard> boards) {
        placed.forEach(warning -> board(boards, warning).place(warning, Ids::next));
        JsonArray changed = new JsonArray();
        Map<UUID, UUID> folded = new HashMap<>();
        boards.forEach((key, board) -> {
            board.changed().forEach(incident -> changed.add(json(key, incident)));
            folded.putAll(board.folded());
        });
        UUID[] ids = placed.stream().map(Placed::warning).toArray(UUID[]::new);
        UUID[] incidents =
                placed.stream().map(it -> board(boards, it).of(it.warning())).toArray(UUID[]::new);
        return sql.preparedQuery(KEEP)
                .execute(Tuple.of(changed.encode()))
                .chain(() -> fold(sql, folded))
                .chain(() -> sql.preparedQuery(PLACE).execute(Tuple.of(ids, incidents)))
                .replaceWithVoid();
    }

    private static Uni<Void> fold(SqlConnection sql, Map<UUID, UUID> folded) {
        if (folded.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple pairs =
                Tuple.of(folded.keySet().toArray(UUID[]::new), folded.values().toArray(UUID[]::new));
        return sql.preparedQuery(FOLD)
                .execute(pairs)
                .chain(() -> sql.preparedQuery(MOVE).execute(pairs))
                .replaceWithVoid();
    }

    private IncidentBoard board(Map<String, IncidentBoard> boards, Placed warning) {
        IncidentBoard board = boards.get(key(warning));
        if (board == null) {
            throw new IllegalStateException("no board for " + key(warning));
        }
        return board;
    }

    private String key(Placed warning) {
        return boards.of(warning.region(), warning.category());
    }

    private static JsonObject json(String key, Incident incident) {
        return new JsonObject()
                .put("id", incident.id().toString())
                .put("board", key)
                .put("matter", incident.matter())
                .put("region", incident.region())
                .put("network", incident.network())
                .put("first_at", incident.firstAt().toString())
                .put("last_at", incident.lastAt().toString());
    }

    private static Placed placed(Row row) {
        return new Placed(
                row.getUUID("id"),
                row.getString("region"),
                row.getString("category"),
                row.getString("network"),
                row.getOffsetDateTime("first_at").toInstant(),
                row.getOffsetDateTime("last_at").toInstant(),
                row.getUUID("incident"));
    }

    private static Incident incident(Row row) {
        return new Incident(
                row.getUUID("id"),
                row.getString("matter"),
                row.getString("region"),
                row.getString("network"),
                row.getOffsetDateTime("first_at").toInstant(),
                row.getOffsetDateTime("last_at").toInstant(),
                row.getString("bound"));
    }
}
