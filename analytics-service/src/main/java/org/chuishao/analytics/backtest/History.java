package org.chuishao.analytics.backtest;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.facts.Course;
import org.chuishao.analytics.facts.Firsts;
import org.chuishao.analytics.facts.Present;
import org.chuishao.analytics.facts.TicketFact;
import org.chuishao.analytics.warning.window.Gathering;
import org.jspecify.annotations.Nullable;

/** The statements over facts, gathering by gathering and in the order of time within one. */
final class History {

    /** $1 to $4: region, from, until, category. */
    private static final String THOSE = """
             from ticket_fact t %s
            where t.region ^@ $1 and t.received_at >= $2 and t.received_at < $3
                and ($4::text is null or t.category = $4 or t.category ^@ ($4 || '.'))%s
            """;

    private static final String COLUMNS =
            "select t.ticket_id, t.state, t.secret, t.region, t.channel, t.kind, t.category,"
                    + " t.caller, t.received_at, t.closed_at, t.ground, ";

    private History() {}

    static String count(Gathering by) {
        return "select count(*)" + those(by);
    }

    static String rows(Gathering by) {
        String network = by == Gathering.NETWORK ? "n.network" : "null::text as network";
        return COLUMNS + network + those(by) + " order by " + order(by) + ", t.received_at, t.ticket_id";
    }

    private static String those(Gathering by) {
        return switch (by) {
            case NETWORK ->
                THOSE.formatted(
                        "join ticket_network k on k.ticket_id = t.ticket_id"
                                + " cross join unnest(k.networks) as n (network)",
                        "");
            case PERSON -> THOSE.formatted("", " and t.caller is not null");
            case PLACE, COUNTY, MEANING -> THOSE.formatted("", "");
        };
    }

    private static String order(Gathering by) {
        return switch (by) {
            case PLACE -> "left(t.region, 9), t.category";
            case COUNTY -> "left(t.region, 6), t.category";
            case PERSON -> "t.caller collate \"C\", t.category";
            case NETWORK -> "n.network collate \"C\"";
            case MEANING -> "left(t.region, 12)";
        };
    }

    /** As far as it matters to whether it counts, and as what. */
    static TicketFact fact(Row row) {
        UUID id = row.getUUID("ticket_id");
        Present now = new Present(
                null,
                row.getString("state"),
                row.getBoolean("secret"),
                row.getString("region"),
                row.getString("channel"),
                row.getString("kind"),
                row.getString("category"),
                null,
                List.of(),
                null,
                0,
                null);
        Firsts firsts = new Firsts(row.getString("caller"), instant(row, "received_at"), null, null, null, null, null);
        Course course = new Course(0, false, 0, instant(row, "closed_at"), row.getString("ground"), false);
        return new TicketFact(id, now, firsts, course, null);
    }

    static List<String> networks(Row row) {
        String network = row.getString("network");
        return network == null ? List.of() : List.of(network);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
