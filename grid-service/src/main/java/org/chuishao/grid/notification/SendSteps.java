package org.chuishao.grid.notification;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.notification.Carrier.Answer;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.sql.Columns;
import org.chuishao.mesh.sql.Rows;

/**
 * Gives what is due to the carriers. A message is taken in one transaction, sent outside of any, and what came of it is
 * written in another; whoever dies in between leaves it to be sent again, under the same id, when its lease is over.
 */
@ApplicationScoped
class SendSteps {

    /** Its step begins with the first attempt, however long it lay here; of the last one, when it is taken at last. */
    private static final String TAKE = """
            with t as materialized (select app_now() as now),
            due as (
                select id, coalesce(ends_at, (select now from t)
                    + make_interval(secs => case when persists then $5::float8 else seconds end)) as ending
                from notification
                where band = $1 and channel = $4 and next_at <= (select now from t) and receipt is null
                    and state in ('WAITING', 'SENDING') and (ends_at is null or ends_at > (select now from t))
                order by next_at limit $2 for update skip locked
            ), taken as (
                update notification n set state = 'SENDING', attempts = n.attempts + 1, ends_at = due.ending,
                    next_at = least((select now from t) + make_interval(secs => $3), due.ending)
                from due where n.id = due.id
                returning n.*
            )
            select n.*, w.title, w.body, c.name as category_name, (
                select string_agg(r.name, '' order by r.code) from region r
                where r.code = any(array[left(n.region, 6), left(n.region, 9), left(n.region, 12), n.region])) as place
            from taken n join lateral (
                select t.title, t.body from notification_template t
                where t.matter = n.matter and t.channel = n.channel and starts_with(n.region, t.region)
                order by length(t.region) desc limit 1
            ) w on true
            left join category_name c on c.code = split_part(n.category, '.', 1)
            order by n.created_at
            """;

    /** Only of whoever still has it: it may be over meanwhile, or be sent by another. */
    private static final String CAME_OF_IT = """
            update notification n set
                state = case r.result when 'TAKEN' then 'SENT' when 'DELIVERED' then 'SENT' else 'WAITING' end,
                sent_at = case when r.result in ('TAKEN', 'DELIVERED') then coalesce(n.sent_at, now.at) else n.sent_at end,
                delivered_at = case when r.result = 'DELIVERED' then coalesce(n.delivered_at, now.at) else n.delivered_at end,
                receipt = coalesce(n.receipt, case
                    when r.result = 'DELIVERED' then 'DELIVERED'
                    when r.result = 'REFUSED' or r.result = 'AWAY' and n.attempts >= $5 and not n.persists then 'FAILED' end),
                ends_at = case when r.result = 'TAKEN' and n.persists then now.at + make_interval(secs => n.seconds)
                    else n.ends_at end,
                fault = coalesce(r.fault, n.fault),
                next_at = case
                    when n.receipt is not null or r.result in ('DELIVERED', 'REFUSED')
                        or r.result = 'AWAY' and n.attempts >= $5 and not n.persists then now.at
                    when r.result = 'TAKEN' and n.persists then now.at + make_interval(secs => n.seconds)
                    when r.result = 'TAKEN' then n.ends_at
                    else least(n.ends_at, after_quiet(
                        now.at + make_interval(secs => least($7, $6 * 2 ^ least(n.attempts - 1, 30))),
                        n.quiet_from, n.quiet_to, $8)) end
            from unnest($1::uuid[], $2::int[], $3::text[], $4::text[]) as r (id, attempt, result, fault),
                (select app_now() as at) now
            where n.id = r.id and n.attempts = r.attempt and n.state = 'SENDING'
            """;

    private final Pool pool;
    private final Carriers carriers;
    private final NotificationConfig config;
    private final Rulebook rulebook;

    SendSteps(
            @ReactiveDataSource("reader") Pool pool, Carriers carriers, NotificationConfig config, Rulebook rulebook) {
        this.pool = pool;
        this.carriers = carriers;
        this.config = config;
        this.rulebook = rulebook;
    }

    private record Carried(UUID id, int attempt, Answer answer) {}

    /** @return how many were given to the channel's carrier */
    Uni<Integer> send(int band, Channel channel) {
        int most = config.batch();
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(
                        (short) band, most, seconds(config.lease()), channel.name(), seconds(config.patience())))
                .map(rows -> Rows.list(rows).stream().map(this::message).toList())
                .chain(messages -> Multi.createFrom()
                        .iterable(messages)
                        .onItem()
                        .transformToUni(this::carry)
                        .merge(most)
                        .collect()
                        .asList())
                .chain(carried -> carried.isEmpty() ? Uni.createFrom().item(0) : cameOfIt(carried));
    }

    private Uni<Carried> carry(Message message) {
        return carriers.carry(message).map(answer -> new Carried(message.id(), message.attempt(), answer));
    }

    private Uni<Integer> cameOfIt(List<Carried> carried) {
        Columns<Carried> of = new Columns<>(carried);
        return pool.preparedQuery(CAME_OF_IT)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(of.ids(Carried::id))
                        .addArrayOfInteger(of.column(Carried::attempt, Integer[]::new))
                        .addArrayOfString(of.texts(it -> it.answer().result().name()))
                        .addArrayOfString(of.texts(it -> it.answer().fault()))
                        .addInteger(config.attempts())
                        .addDouble(seconds(config.backoff()))
                        .addDouble(seconds(config.longestBackoff()))
                        .addString(rulebook.calendar().zone().getId()))
                .replaceWith(carried.size());
    }

    private Message message(Row row) {
        OffsetDateTime due = row.getOffsetDateTime("due_at");
        Severity severity = Severity.valueOf(row.getString("severity"));
        Wording words = new Wording(
                row.getString("number"),
                row.getString("category_name"),
                row.getString("place"),
                due == null ? null : due.toInstant(),
                row.getString("act"),
                severity,
                rulebook.calendar().zone());
        return new Message(
                row.getUUID("id"),
                row.getInteger("attempts"),
                Matter.valueOf(row.getString("matter")),
                Channel.valueOf(row.getString("channel")),
                severity,
                row.getString("unit"),
                row.getString("worker"),
                row.getString("number"),
                due == null ? null : due.toInstant(),
                words.fill(row.getString("title")),
                words.fill(row.getString("body")));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
