package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.incident.Boards;
import org.chuishao.analytics.warning.incident.Incidents;
import org.chuishao.analytics.warning.rule.WarningBook;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.log.ReaderTransaction;

/** Makes warnings of findings, in one transaction; a finding that comes again makes nothing. */
@ApplicationScoped
public class Remember {

    /** Locked against a verdict that comes at the same time. */
    private static final String NEWEST = """
            select k.rule || '|' || k.scope as key, w.id, w.level, w.state, w.at, w.first_at, w.last_at
            from (select rule, scope from unnest($1::text[], $2::text[]) as f (rule, scope)
                union select o.rule, o.scope from warning_ticket t join warning o on o.id = t.warning
                where t.ticket_id = any($3) and o.rule = 'CLUSTER') k
            cross join lateral (select * from warning w where w.rule = k.rule and w.scope = k.scope
                order by w.raised_at desc, w.id desc limit 1 for update) w
            """;

    private static final String KNOWN = """
            select w.rule || '|' || w.scope as key, t.ticket_id, w.rule, w.scope, w.region, w.category, w.state, t.by_meaning
            from warning_ticket t join warning w on w.id = t.warning where t.ticket_id = any($1)
            """;
    private static final String RAISE =
            "insert into warning select * from json_populate_recordset(null::warning, $1::text::json)";
    private static final String JOIN = """
            insert into warning_ticket (warning, ticket_id, region, at, by_meaning)
            select warning, ticket_id, region, at, by_meaning from json_populate_recordset(null::warning_ticket, $1::text::json)
            on conflict do nothing
            """;
    private static final String NODES = """
            insert into warning_node (warning, at, type, level, role, actor)
            select warning, at, type, level, role, actor
            from json_populate_recordset(null::warning_node, $1::text::json)
            """;
    private static final String CHANGE = """
            update warning w set level = c.level, state = c.state, at = c.at, first_at = c.first_at, last_at = c.last_at,
                tickets = n.tickets, people = n.people
            from json_populate_recordset(null::warning, $1::text::json) c
            cross join lateral (
                select count(*) as tickets, count(distinct coalesce(f.caller, t.ticket_id::text)) as people
                from warning_ticket t left join ticket_fact f on f.ticket_id = t.ticket_id where t.warning = c.id) n
            where w.id = c.id
            """;

    private final WarningBook book;
    private final Tell tell;
    private final Boards boards;
    private final Incidents incidents;
    private final FollowIncident follow;

    Remember(WarningBook book, Tell tell, Boards boards, Incidents incidents, FollowIncident follow) {
        this.book = book;
        this.tell = tell;
        this.boards = boards;
        this.incidents = incidents;
        this.follow = follow;
    }

    public Uni<Void> remember(ReaderTransaction transaction, List<Finding> findings) {
        if (findings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        SqlConnection sql = transaction.sql();
        UUID[] tickets = tickets(findings.stream());
        UUID[] alike = tickets(findings.stream().filter(Finding::byMeaning));
        String[] rules = findings.stream().map(finding -> finding.rule().name()).toArray(String[]::new);
        String[] scopes = findings.stream().map(Finding::scope).toArray(String[]::new);
        Set<String> touched = findings.stream()
                .filter(finding -> Incidents.OF.contains(finding.rule()))
                .flatMap(finding -> Stream.concat(Stream.of(finding.category()), finding.categories().stream())
                        .map(category -> boards.of(finding.region(), category)))
                .collect(Collectors.toSet());
        return boards.lock(sql, touched).chain(() -> Uni.combine()
                .all()
                .unis(
                        sql.preparedQuery(NEWEST).execute(Tuple.of(rules, scopes, alike)),
                        sql.preparedQuery(KNOWN).execute(Tuple.of(tickets)),
                        sql.preparedQuery(Complaints.LOAD).execute(Tuple.of(tickets)))
                .with((newest, known, complaints) -> new Batch(
                        newest(newest),
                        known(known),
                        Clusters.of(known),
                        Complaints.of(complaints),
                        book::quiet,
                        transaction.now()))
                .invoke(batch -> findings.forEach(batch::take))
                .chain(batch -> write(sql, batch.outcome())));
    }

    private static UUID[] tickets(Stream<Finding> findings) {
        return findings.flatMap(finding -> finding.evidence().stream())
                .map(Finding.Evidence::ticket)
                .distinct()
                .toArray(UUID[]::new);
    }

    private Uni<Void> write(SqlConnection sql, Outcome outcome) {
        return outcome.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(RAISE)
                        .execute(Tuple.of(outcome.raised()))
                        .chain(() -> sql.preparedQuery(JOIN).execute(Tuple.of(outcome.tickets())))
                        .chain(() -> sql.preparedQuery(NODES).execute(Tuple.of(outcome.nodes())))
                        .chain(() -> sql.preparedQuery(CHANGE).execute(Tuple.of(outcome.changed())))
                        .chain(() -> tell.of(sql, outcome.told()))
                        .chain(() -> incidents.place(sql, outcome.warnings()))
                        .chain(() -> follow.after(sql, outcome.warnings(), Actor.service(Source.ANALYTICS)));
    }

    private static Map<String, Episode> newest(RowSet<Row> rows) {
        Map<String, Episode> newest = new HashMap<>();
        rows.forEach(row -> newest.put(
                row.getString("key"),
                new Episode(
                        row.getUUID("id"),
                        WarningLevel.valueOf(row.getString("level")),
                        LifeState.valueOf(row.getString("state")),
                        row.getOffsetDateTime("at").toInstant(),
                        row.getOffsetDateTime("first_at").toInstant(),
                        row.getOffsetDateTime("last_at").toInstant())));
        return newest;
    }

    private static Map<String, Set<UUID>> known(RowSet<Row> rows) {
        Map<String, Set<UUID>> known = new HashMap<>();
        rows.forEach(row ->
                known.computeIfAbsent(row.getString(0), key -> new HashSet<>()).add(row.getUUID(1)));
        return known;
    }
}
