package org.chuishao.analytics.warning.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.reference.CategoryNames;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.sql.Rows;

/** Confirmed warnings become tickets: one for an incident, by its id, or one for a warning alone, by the warning's. */
@ApplicationScoped
public class ProactiveTickets {

    /** Of which the caller covers a part only, that incident is not his to confirm: his warning goes its own way, as to inspect. */
    private static final String SUBJECT = """
            select coalesce(i.id, w.id) as id, coalesce(i.region, w.region) as region, w.category, w.rule, w.level,
                w.incident is not null and i.id is null as apart, s.tickets, s.people, s.first_at
            from warning w
            left join incident i on i.id = w.incident and i.handled_at is null and $2 = 'TICKET'
            cross join lateral (
                select count(distinct t.ticket_id) as tickets, count(distinct coalesce(f.caller, t.ticket_id::text)) as people,
                    coalesce(min(t.at), min(o.first_at)) as first_at
                from warning o left join warning_ticket t on t.warning = o.id
                left join ticket_fact f on f.ticket_id = t.ticket_id
                where o.id = w.id or (o.incident = i.id and o.state in ('RAISED', 'CONFIRMED'))) s
            where w.id = $1
            """;

    private static final String LEAVE = "update warning set incident = null where id = $1";
    private static final String KEEP = """
            insert into proactive_ticket (id, warning, follow, region, category, title, content, at)
            values ($1, $2, $3, $4, $5, $6, $7, app_now()) on conflict (id) do nothing
            """;
    /** The others of a confirmed incident are confirmed with it, also those that are raised later. */
    private static final String CONFIRM = """
            with confirmed as (
                update warning w set state = 'CONFIRMED'
                where w.state = 'RAISED' and w.incident in (select o.incident from warning o where o.id = any($1))
                    and exists (select from proactive_ticket p where p.id = w.incident and p.handled_at is null)
                returning w.id, w.level
            ), noted as (
                insert into warning_node (warning, at, type, level, role, actor, words)
                select id, app_now(), 'CONFIRMED', level, $2, $3, '随同一事件确认' from confirmed
            )
            select id from confirmed order by id
            """;

    private final IncidentConfig config;
    private final Incidents incidents;
    private final IncidentWords words;

    ProactiveTickets(IncidentConfig config, Incidents incidents, Regions regions, CategoryNames categories) {
        this.config = config;
        this.incidents = incidents;
        this.words = new IncidentWords(regions::nameOf, categories::nameOf);
    }

    /**
     * A person has confirmed the warning, within whose scope the transaction runs.
     *
     * @return what the units of a ticket that there was before are to know now
     */
    public Uni<Optional<String>> confirm(SqlConnection sql, UUID warning, Follow follow) {
        Uni<Boolean> wider = follow == Follow.TICKET
                ? incidents.confirm(sql, warning)
                : Uni.createFrom().item(false);
        return wider.chain(isWider -> sql.preparedQuery(SUBJECT)
                .execute(Tuple.of(warning, follow.name()))
                .chain(rows -> {
                    Row subject = rows.iterator().next();
                    IncidentWords.Counted counted = counted(subject);
                    if (isWider) {
                        return Uni.createFrom().item(Optional.of(words.wider(counted)));
                    }
                    Uni<Void> apart = subject.getBoolean("apart")
                            ? sql.preparedQuery(LEAVE)
                                    .execute(Tuple.of(warning))
                                    .replaceWithVoid()
                            : Uni.createFrom().voidItem();
                    return apart.chain(() -> keep(sql, warning, follow, subject, counted))
                            .replaceWith(Optional.<String>empty());
                }));
    }

    private static IncidentWords.Counted counted(Row subject) {
        return new IncidentWords.Counted(
                subject.getString("region"),
                subject.getString("category"),
                subject.getInteger("tickets"),
                subject.getInteger("people"),
                subject.getOffsetDateTime("first_at"));
    }

    private Uni<Void> keep(SqlConnection sql, UUID warning, Follow follow, Row subject, IncidentWords.Counted counted) {
        boolean inspection = follow == Follow.INSPECTION;
        return sql.preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(inspection ? warning : subject.getUUID("id"))
                        .addUUID(warning)
                        .addString(follow.name())
                        .addString(subject.getString("region"))
                        .addString(inspection ? config.inspection() : subject.getString("category"))
                        .addString(words.title(counted, inspection))
                        .addString(words.content(counted, inspection)))
                .replaceWithVoid();
    }

    /** The warnings that stand confirmed now because their incident is. */
    public Uni<List<UUID>> confirmOthers(SqlConnection sql, Collection<UUID> warnings, Actor actor) {
        return sql.preparedQuery(CONFIRM)
                .execute(Tuple.of(warnings.toArray(UUID[]::new), actor.role(), actor.id()))
                .map(rows -> Rows.list(rows).stream().map(row -> row.getUUID(0)).toList());
    }
}
