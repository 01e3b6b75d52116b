package org.chuishao.analytics.brief;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.chuishao.analytics.brief.Brief.Warned;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.load.LongReads;
import org.chuishao.analytics.warning.WarningRule;

/** Counts for a brief, in the caller's scope. */
@ApplicationScoped
class BriefFacts {

    /** $1 to $4: begin, end, region, category. */
    private static final String OF_CATEGORY = """
             t.region ^@ $3 and ($4::text is null or t.category = $4 or t.category ^@ ($4 || '.'))
            """;

    private static final String PEOPLE = "count(distinct coalesce(t.caller, t.ticket_id::text))";
    private static final String TOTALS = """
            select r.many as received, r.people as received_people, c.many as closed, c.people as closed_people,
                o.many as open, o.people as open_people, v.many as overdue, v.people as overdue_people
            from (select count(*) as many, %2$s as people from ticket_fact t
                where %1$s and t.received_at >= $1 and t.received_at < $2) r
            cross join (select count(*) as many, %2$s as people from ticket_fact t
                where %1$s and t.closed_at >= $1 and t.closed_at < $2) c
            cross join (select count(*) as many, %2$s as people from (
                select t.ticket_id, t.caller from ticket_fact t where %1$s and t.received_at < $2 and t.closed_at is null
                    and t.state not in ('UNSEEN', 'DECLINED', 'ANSWERED', 'WITHDRAWN', 'MERGED', 'CLOSED', 'ARCHIVED')
                union all
                select t.ticket_id, t.caller from ticket_fact t where %1$s and t.received_at < $2 and t.closed_at >= $2) t) o
            cross join (select count(*) as many, %2$s as people
                from clock_fact k join ticket_fact t on t.ticket_id = k.ticket_id
                where %1$s and k.act = 'RESOLVE' and k.lead and k.state = 'MISSED'
                    and k.due_at >= $1 and k.due_at < $2) v
            """.formatted(OF_CATEGORY, PEOPLE);
    private static final String PLACES = """
            select left(t.region, $5) as key, count(*) as tickets, %2$s as people
            from ticket_fact t where %1$s and t.received_at >= $1 and t.received_at < $2 group by 1
            """.formatted(OF_CATEGORY, PEOPLE);
    private static final String DAYS = """
            select coalesce(r.day, c.day) as day, r.received, r.people, c.closed, c.people as closed_people
            from (select (t.received_at at time zone 'Asia/Shanghai')::date as day, count(*) as received, %2$s as people
                from ticket_fact t where %1$s and t.received_at >= $1 and t.received_at < $2 group by 1) r
            full join (select (t.closed_at at time zone 'Asia/Shanghai')::date as day, count(*) as closed, %2$s as people
                from ticket_fact t where %1$s and t.closed_at >= $1 and t.closed_at < $2 group by 1) c on c.day = r.day
            """.formatted(OF_CATEGORY, PEOPLE);
    /** Few of those that stand on one person each would tell of him. */
    private static final String WARNINGS = """
            select t.rule, count(*) as raised,
                count(*) filter (where t.state in ('CONFIRMED', 'HANDLED', 'CLOSED')) as confirmed,
                count(*) filter (where t.state = 'FALSE') as false_alarms,
                count(*) filter (where t.state in ('RAISED', 'LAPSED')) as waiting
            from warning t where %1$s and t.at >= $1 and t.at < $2
            group by 1 having t.rule not in ('REPEAT', 'SAFETY', 'QUALITY') or count(*) >= 5 order by 2 desc, 1
            """.formatted(OF_CATEGORY);

    private final LongReads reads;

    BriefFacts(LongReads reads) {
        this.reads = reads;
    }

    Uni<Row> totals(AskedBrief asked, Period period) {
        return rows(TOTALS, values(asked, period)).map(rows -> rows.get(0));
    }

    /** By code, with the people behind each. */
    Uni<List<Row>> places(AskedBrief asked, Period period) {
        return rows(PLACES, values(asked, period).addInteger(asked.places().digits()));
    }

    Uni<List<Row>> days(AskedBrief asked) {
        return rows(DAYS, values(asked, asked.trend()));
    }

    Uni<List<Warned>> warnings(AskedBrief asked) {
        return rows(WARNINGS, values(asked, asked.period())).map(rows -> rows.stream()
                .map(row -> {
                    WarningRule rule = WarningRule.valueOf(row.getString("rule"));
                    return new Warned(
                            rule,
                            rule.label(),
                            row.getLong("raised"),
                            row.getLong("confirmed"),
                            row.getLong("false_alarms"),
                            row.getLong("waiting"));
                })
                .toList());
    }

    private static Tuple values(AskedBrief asked, Period period) {
        return Tuple.tuple()
                .addOffsetDateTime(period.begin().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(period.end().atOffset(ZoneOffset.UTC))
                .addString(asked.region())
                .addString(asked.category());
    }

    private Uni<List<Row>> rows(String statement, Tuple values) {
        return reads.rows(statement, values);
    }
}
