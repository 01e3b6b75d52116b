package org.chuishao.analytics.warning.life;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.life.Finding.Evidence;

/**
 * Which tickets stand in clusters already. What meaning gathers from several categories is told of once, whichever of them
 * has the most people by and by.
 */
final class Clusters {

    private final List<Stay> stays;

    Clusters(List<Stay> stays) {
        this.stays = new ArrayList<>(stays);
    }

    /** The warnings of one community and category. */
    record Home(String key, String scope, String category) {}

    /**
     * @param byMeaning it was filed as something else than the warning is about
     * @param refuted a person found the warning to be none
     */
    record Stay(Home home, String region, UUID ticket, boolean byMeaning, boolean refuted) {}

    static Clusters of(RowSet<Row> rows) {
        List<Stay> stays = new ArrayList<>();
        for (Row row : rows) {
            if (WarningRule.CLUSTER.name().equals(row.getString("rule"))) {
                stays.add(new Stay(
                        new Home(row.getString("key"), row.getString("scope"), row.getString("category")),
                        row.getString("region"),
                        row.getUUID("ticket_id"),
                        row.getBoolean("by_meaning"),
                        LifeState.FALSE.name().equals(row.getString("state"))));
            }
        }
        return new Clusters(stays);
    }

    void add(Finding finding, UUID ticket, boolean byMeaning) {
        if (finding.rule() == WarningRule.CLUSTER) {
            Home home = new Home(finding.key(), finding.scope(), finding.category());
            stays.add(new Stay(home, finding.region(), ticket, byMeaning, false));
        }
    }

    /**
     * A ticket says nothing new where another category's warning of the place has it for what it means. Where a person has
     * said that it means something else, it says what it was filed as.
     */
    boolean hold(UUID ticket, Finding finding) {
        return finding.rule() == WarningRule.CLUSTER
                && stays.stream()
                        .filter(it -> it.ticket().equals(ticket) && it.region().equals(finding.region()))
                        .anyMatch(it -> finding.byMeaning() || (it.byMeaning() && !it.refuted()));
    }

    /**
     * As the open warning of the place takes it in that most of its tickets stand in; otherwise as it is.
     *
     * @param takes whether the newest warning under a key does
     */
    Finding home(Finding finding, BiPredicate<String, Finding> takes) {
        if (!finding.byMeaning()) {
            return finding;
        }
        Set<UUID> tickets = finding.evidence().stream().map(Evidence::ticket).collect(toSet());
        return stays.stream()
                .filter(it -> tickets.contains(it.ticket()) && it.region().equals(finding.region()))
                .map(Stay::home)
                .filter(home -> finding.categories().contains(home.category()) && takes.test(home.key(), finding))
                .collect(groupingBy(home -> home, counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<Home, Long>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.comparing(Home::key)))
                .map(most -> finding.of(most.getKey().scope(), most.getKey().category()))
                .orElse(finding);
    }
}
