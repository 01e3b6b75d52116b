package org.chuishao.analytics.rates;

/**
 * The cases that a figure counts: one row each, with how many it stands for, what it weighs in the numerator, and whether it
 * is left out. From $1 until $2, by the date that the figure goes by.
 */
enum Relation {
    /** Rounds of handling in which the citizen was reached. */
    CALLBACKS("c.ticket_id::text || '/' || c.round", "c.called_at", "c.unit", "t.excluded", """
            callback_fact c join ticket_fact t on t.ticket_id = c.ticket_id where c.reached
            """),

    /** The same with those in which nobody was reached. */
    ROUNDS("c.ticket_id::text || '/' || c.round", "c.called_at", "c.unit", "false", """
            callback_fact c join ticket_fact t on t.ticket_id = c.ticket_id where true
            """),

    /** Clocks to sign that were met or missed, of every unit's part. */
    SIGNATURES("c.deadline::text", "c.due_at", "c.unit", "c.state = 'EXCUSED'", """
            clock_fact c join ticket_fact t on t.ticket_id = c.ticket_id
            where c.act = 'SIGN' and c.state in ('MET', 'MISSED', 'EXCUSED')
            """),

    /** Clocks to have it done that were met or missed, of the leads. */
    CLOSINGS("c.deadline::text", "c.due_at", "c.unit", "c.state = 'EXCUSED'", """
            clock_fact c join ticket_fact t on t.ticket_id = c.ticket_id
            where c.act = 'RESOLVE' and c.state in ('MET', 'MISSED', 'EXCUSED') and c.lead
            """),

    /** Clocks to reach the citizen that were met or missed, of the leads. */
    CONTACTS("c.deadline::text", "c.due_at", "c.unit", "c.state = 'EXCUSED'", """
            clock_fact c join ticket_fact t on t.ticket_id = c.ticket_id
            where c.act = 'CONTACT' and c.state in ('MET', 'MISSED', 'EXCUSED') and c.lead
            """),

    /** Parts that a dispatch gave to units. */
    PARTS("c.part::text", "c.created_at", "c.unit", "false", """
            part_fact c join ticket_fact t on t.ticket_id = c.ticket_id where c.dispatched
            """),

    /** Parts whose return was asked for. */
    RETURNS("c.part::text", "c.return_asked_at", "c.unit", "false", """
            part_fact c join ticket_fact t on t.ticket_id = c.ticket_id where c.return_asked_at is not null
            """),

    RECEIVED("t.ticket_id::text", "t.received_at", "t.lead_unit", "false", """
            ticket_fact t where t.received_at is not null
            """),

    /**
     * The same; who has no name and what has no category cannot be told to come again. Reports and secret tickets are left
     * out: that their caller came before might lead to who told.
     */
    RECOGNISED(
            "t.ticket_id::text",
            "t.received_at",
            "t.lead_unit",
            "t.caller is null or t.category = 'UNCLASSIFIED' or t.secret or t.kind = 'REPORT'",
            """
            ticket_fact t where t.received_at is not null
            """),

    DISPATCHED("t.ticket_id::text", "t.dispatched_at", "t.first_unit", "false", """
            ticket_fact t where t.dispatched_at is not null
            """),

    /** Tickets that stand closed and that units have handled. */
    CLOSED("t.ticket_id::text", "t.closed_at", "t.lead_unit", "false", """
            ticket_fact t where t.closed_at is not null and t.dispatched_at is not null
            """),

    /** The same, as far as the citizen has said whether it is solved. */
    CONFIRMED("t.ticket_id::text", "t.closed_at", "t.lead_unit", "t.excluded", """
            ticket_fact t where t.closed_at is not null and t.dispatched_at is not null and t.solved is not null
            """),

    /** Days of a hotline, as the call centre has counted them; a day stands for its calls offered. */
    CALLS_OFFERED(days("c.offered")),

    /** The same; a day stands for its calls connected. */
    CALLS_CONNECTED(days("c.connected"));

    private final String sql;

    /** Of facts, each of which is one case. */
    Relation(String item, String date, String unit, String excluded, String from) {
        this("""
                select %1$s as item, %2$s as at, %3$s as unit, %4$s as excluded, (%5$s)::numeric as weight,
                       t.ticket_id as ticket, t.number, t.region, t.category, t.kind, t.channel, t.caller,
                       1::bigint as cases
                from %6$s and %2$s >= $1 and %2$s < $2
                """.formatted(item, date, unit, excluded, "%s", from.strip()));
    }

    Relation(String sql) {
        this.sql = sql;
    }

    /** A day that a larger hotline has counted as a whole is not counted again by its cities. */
    private static String days(String cases) {
        return """
                select c.region || '/' || c.day as item, c.day::timestamp at time zone 'Asia/Shanghai' as at,
                       null::text as unit, false as excluded, (%1$s)::numeric as weight, null::uuid as ticket,
                       null::text as number, c.region, 'NONE' as category, 'NONE' as kind, 'PHONE' as channel,
                       null::text as caller, %2$s as cases
                from call_count c
                where c.day >= ($1::timestamptz at time zone 'Asia/Shanghai')::date
                    and c.day < ($2::timestamptz at time zone 'Asia/Shanghai')::date
                    and not exists (select from call_count larger where larger.day = c.day and larger.region ^@ $3
                        and larger.region <> c.region and c.region ^@ larger.region)
                """.formatted("%s", cases);
    }

    /** @param weight of a case in the numerator, an expression of this service's own */
    String sql(String weight) {
        return sql.formatted(weight);
    }
}
