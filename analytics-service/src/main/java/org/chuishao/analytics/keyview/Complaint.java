package org.chuishao.analytics.keyview;

/** What counts as a complaint in views of complaints, as in early warning: words for statements over {@code ticket_fact t}. */
final class Complaint {

    /** What was never received, taken back, praises, suggests, was said by no citizen, or might lead to who told of it. */
    static final String COUNTS = """
            t.received_at is not null and t.state not in ('UNSEEN', 'DECLINED', 'WITHDRAWN')
            and t.category <> 'UNCLASSIFIED' and not t.secret
            and t.kind not in ('REPORT', 'PRAISE', 'SUGGESTION') and t.channel not in ('GRID', 'WARNING')
            """;

    /** Who is not known counts as one. */
    static final String PERSON = "coalesce(t.caller, t.ticket_id::text)";

    static final String MATTER = "split_part(t.category, '.', 1)";

    private Complaint() {}
}
