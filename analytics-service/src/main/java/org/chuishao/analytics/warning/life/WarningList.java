package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.life.WarningDetail.Item;
import org.chuishao.analytics.warning.life.WarningDetail.Node;
import org.chuishao.analytics.word.China;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.CategoryNames;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;

/** Reads the warnings that the caller may see. */
@ApplicationScoped
class WarningList {

    private static final String LIST = "select " + WarningView.COLUMNS + """
             from warning w
            where w.region ^@ $1 and ($2::text is null or w.rule = $2) and ($3::text is null or w.state = $3)
                and w.at >= $4 and w.at < $5 and (w.raised_at, w.id) < ($6, $7)
            order by w.raised_at desc, w.id desc limit $8
            """;
    private static final String ONE = "select " + WarningView.COLUMNS + " from warning w where w.id = $1";
    private static final String EVIDENCE = """
            select t.ticket_id, f.number, t.at, t.region, t.ticket_id = w.deciding as deciding, t.by_meaning
            from warning_ticket t join warning w on w.id = t.warning
            join ticket_fact f on f.ticket_id = t.ticket_id and not f.secret and f.kind <> 'REPORT'
            where t.warning = $1 order by t.at desc, t.ticket_id limit $2
            """;
    private static final String FILED = """
            select f.category, count(*)::int as tickets, count(*) filter (where t.by_meaning)::int as by_meaning
            from warning_ticket t join ticket_fact f on f.ticket_id = t.ticket_id and not f.secret and f.kind <> 'REPORT'
            where t.warning = $1 group by f.category order by 2 desc, 1
            """;
    private static final String LIFE =
            "select at, type, level, role, words from warning_node where warning = $1 order by ord";

    private static final String EFFECT = """
            select days, before, after, control_before, control_after, round(expected::numeric, 1) as expected,
                round(prevented::numeric, 1) as prevented, round(lower::numeric, 1) as lower, round(upper::numeric, 1) as upper
            from warning_effect where warning = $1
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final Regions regions;
    private final CategoryNames names;

    WarningList(Pool pool, Scopes scopes, Regions regions, CategoryNames names) {
        this.pool = pool;
        this.scopes = scopes;
        this.regions = regions;
        this.names = names;
    }

    /** The warnings behind one that was raised at an instant. */
    Uni<List<WarningView>> list(WarningFilter filter, Instant at, UUID id, int limit) {
        Tuple values = Tuple.tuple()
                .addString(filter.region())
                .addString(filter.ruleName())
                .addString(filter.stateName())
                .addOffsetDateTime(filter.begin().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(filter.end().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
                .addUUID(id)
                .addInteger(limit);
        return pool.withTransaction(sql ->
                        scopes.enter(sql).chain(() -> sql.preparedQuery(LIST).execute(values)))
                .map(rows -> Rows.list(rows).stream().map(this::view).toList());
    }

    /** @throws Problem (as failure) 404 where there is none in scope */
    Uni<WarningDetail> one(UUID id) {
        return pool.withTransaction(sql -> scopes.enter(sql).chain(() -> detail(sql, id)));
    }

    private Uni<WarningDetail> detail(SqlConnection sql, UUID id) {
        return Uni.combine()
                .all()
                .unis(
                        sql.preparedQuery(ONE).execute(Tuple.of(id)),
                        sql.preparedQuery(EVIDENCE).execute(Tuple.of(id, WarningDetail.MOST_EVIDENCE)),
                        sql.preparedQuery(FILED).execute(Tuple.of(id)),
                        sql.preparedQuery(LIFE).execute(Tuple.of(id)),
                        sql.preparedQuery(EFFECT).execute(Tuple.of(id)))
                .with((one, evidence, filed, life, effect) -> {
                    if (one.size() == 0) {
                        throw Problem.notFound("warning");
                    }
                    return new WarningDetail(
                            view(one.iterator().next()),
                            Rows.list(evidence).stream().map(this::item).toList(),
                            Rows.list(filed).stream().map(this::filed).toList(),
                            Rows.list(life).stream().map(WarningList::node).toList(),
                            effect.size() == 0 ? null : effect(effect.iterator().next()));
                });
    }

    private WarningView view(Row row) {
        return WarningView.of(row, regions.nameOf(row.getString("region")), names.nameOf(row.getString("category")));
    }

    private Item item(Row row) {
        return new Item(
                row.getUUID("ticket_id"),
                row.getString("number"),
                China.at(row, "at"),
                row.getString("region"),
                regions.nameOf(row.getString("region")),
                row.getBoolean("deciding"),
                row.getBoolean("by_meaning"));
    }

    private WarningDetail.Filed filed(Row row) {
        String category = row.getString("category");
        return new WarningDetail.Filed(
                category, names.nameOf(category), row.getInteger("tickets"), row.getInteger("by_meaning"));
    }

    private static Node node(Row row) {
        return new Node(
                China.at(row, "at"),
                row.getString("type"),
                WarningLevel.valueOf(row.getString("level")),
                row.getString("role"),
                row.getString("words"));
    }

    private static WarningDetail.Effect effect(Row row) {
        return new WarningDetail.Effect(
                row.getInteger("days"),
                row.getInteger("before"),
                row.getInteger("after"),
                row.getInteger("control_before"),
                row.getInteger("control_after"),
                row.getBigDecimal("expected"),
                row.getBigDecimal("prevented"),
                row.getBigDecimal("lower"),
                row.getBigDecimal("upper"));
    }
}
