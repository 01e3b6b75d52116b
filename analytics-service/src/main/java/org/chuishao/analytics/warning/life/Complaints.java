package org.chuishao.analytics.warning.life;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.life.Finding.Evidence;
import org.chuishao.analytics.warning.window.Seen;

/** The tickets that findings name, as their facts stand now: a finding may be older than a withdrawal. */
record Complaints(Map<UUID, Complaint> all) {

    static final String LOAD = """
            select ticket_id, coalesce(caller, ticket_id::text) as who, category,
                secret or kind = 'REPORT' or state in ('WITHDRAWN', 'DECLINED') as hidden
            from ticket_fact where ticket_id = any($1)
            """;

    /** Rules that count people; the others count tickets. */
    private static final Set<WarningRule> OF_PEOPLE = EnumSet.of(WarningRule.CLUSTER, WarningRule.FACILITY);

    /** @param hidden taken back, or one that may lead to who told of it */
    record Complaint(String who, String category, boolean hidden) {}

    static Complaints of(RowSet<Row> rows) {
        Map<UUID, Complaint> all = new HashMap<>();
        rows.forEach(
                row -> all.put(row.getUUID(0), new Complaint(row.getString(1), row.getString(2), row.getBoolean(3))));
        return new Complaints(all);
    }

    /** Those of a window. */
    static Complaints of(List<Seen> window) {
        Map<UUID, Complaint> all = new HashMap<>();
        window.forEach(seen -> all.put(seen.ticket(), new Complaint(seen.who(), seen.category(), false)));
        return new Complaints(all);
    }

    /** Danger to life is warned of whoever told of it. */
    boolean stands(UUID ticket, Finding finding) {
        Complaint it = all.get(ticket);
        return it != null
                && (finding.rule() == WarningRule.SAFETY || !it.hidden())
                && (finding.rule() == WarningRule.FACILITY || isOf(it.category(), finding));
    }

    private static boolean isOf(String category, Finding finding) {
        return category.equals(finding.category()) || finding.categories().contains(category);
    }

    /** It stands in what a finding tells of for what it means: it was filed as something else. */
    boolean byMeaning(UUID ticket, Finding finding) {
        Complaint it = all.get(ticket);
        return it != null && finding.byMeaning() && !it.category().equals(finding.category());
    }

    int different(List<Evidence> evidence, WarningRule rule) {
        return (int) evidence.stream()
                .map(it -> counted(it.ticket(), rule))
                .distinct()
                .count();
    }

    private Object counted(UUID ticket, WarningRule rule) {
        Complaint it = all.get(ticket);
        return it == null || !OF_PEOPLE.contains(rule) ? ticket : it.who();
    }
}
