package org.chuishao.analytics.facts;

/** The tables of facts, with the two statements that a batch of the log needs of each. */
enum FactTable {
    TICKET(
            "ticket_fact",
            "ticket_id",
            "number, state, secret, region, channel, kind, category, lead_unit, units, parent, caller, received_at, accepted_at,"
                    + " answered_at, dispatched_at, first_unit, dispatch_mode, dispatches, misdirected, reworks,"
                    + " reopenings, closed_at, ground, solved, excluded, meaning"),
    PART(
            "part_fact",
            "part",
            "ticket_id, region, unit, lead, dispatched, created_at, signed_at, contacted_at, arrived_at, resolved_at,"
                    + " return_asked_at, return_granted_at, extended_at"),
    CLOCK(
            "clock_fact",
            "deadline",
            "ticket_id, part, region, unit, lead, act, due_at, missed_due, excused_due, annulled, done_at, armed_at,"
                    + " state"),
    CALLBACK(
            "callback_fact",
            "ticket_id, round",
            "region, unit, attempts, reached, called_at, contacted, solved, satisfaction");

    private final String load;
    private final String save;

    FactTable(String table, String key, String columns) {
        this.load = "select row_to_json(f)::text as fact from " + table + " f where ticket_id = any($1)";
        this.save = """
                insert into %1$s (%2$s, %3$s)
                select %2$s, %3$s from json_populate_recordset(null::%1$s, $1::text::json)
                on conflict (%2$s) do update set (%3$s) = (%4$s)
                """.formatted(table, key, columns, "excluded." + columns.replace(", ", ", excluded."));
    }

    /** The rows of some tickets. */
    String load() {
        return load;
    }

    /** Whole rows, new and known. */
    String save() {
        return save;
    }
}
