package org.chuishao.grid.whistle;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuishao.grid.rules.Settings;
import org.chuishao.grid.whistle.KindRule.ClosesWith;
import org.chuishao.grid.whistle.KindRule.Proof;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;

/** What holds for each kind of whistle, and where. */
@ApplicationScoped
class KindRules {

    private static final String COLUMNS = "select kind, region, array_to_string(blowers, ','),"
            + " array_to_string(confirmers, ','), danger_first, array_to_string(proofs, ','), fence_metres, leader,"
            + " closes_with, by_line from whistle_rule";
    private static final String ALL = COLUMNS + " order by kind, region";
    private static final String HOLDS =
            COLUMNS + " where kind = ?1 and starts_with(cast(?2 as text), region) order by length(region) desc limit 1";
    private static final String SET = """
            insert into whistle_rule (kind, region, blowers, confirmers, danger_first, proofs, fence_metres, leader,
                closes_with, by_line)
            values (?1, ?2, string_to_array(?3, ','), string_to_array(?4, ','), ?5, string_to_array(?6, ','), ?7, ?8, ?9, ?10)
            on conflict (kind, region) do update set blowers = excluded.blowers, confirmers = excluded.confirmers,
                danger_first = excluded.danger_first, proofs = excluded.proofs, fence_metres = excluded.fence_metres,
                leader = excluded.leader, closes_with = excluded.closes_with, by_line = excluded.by_line
            """;
    private final Settings settings;

    KindRules(Settings settings) {
        this.settings = settings;
    }

    /** @param region that it holds in, with all that lies in it; empty anywhere */
    record Regional(String region, KindRule rule) {}

    /** The one of the longest region. Within a transaction that has entered the scope. */
    Uni<KindRule> holding(WhistleKind kind, String region) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HOLDS, Object[].class)
                        .setParameter(1, kind.name())
                        .setParameter(2, region)
                        .getSingleResult())
                .map(row -> of(row).rule());
    }

    @WithTransaction
    Uni<List<Regional>> all() {
        return settings.rows(ALL).map(rows -> rows.stream().map(KindRules::of).toList());
    }

    /** Sets it, or sets it otherwise, from now on; whistles that sound go on by what holds at each of their steps. */
    @WithTransaction
    Uni<Regional> set(Regional given) {
        return settings.mayBeSet(given.region())
                .chain(() -> write(given))
                .chain(() -> settings.audit(
                        "whistle-rule.set", given.rule().kind() + " " + given.region() + " " + given.rule()))
                .replaceWith(given);
    }

    private static Uni<Integer> write(Regional given) {
        KindRule rule = given.rule();
        return Panache.getSession().chain(session -> session.createNativeQuery(SET)
                .setParameter(1, rule.kind().name())
                .setParameter(2, given.region())
                .setParameter(3, joined(rule.blowers()))
                .setParameter(4, joined(rule.confirmers()))
                .setParameter(5, rule.dangerFirst())
                .setParameter(6, joined(rule.proofs()))
                .setParameter(7, rule.fenceMetres())
                .setParameter(8, rule.leader())
                .setParameter(9, rule.closesWith().name())
                .setParameter(10, rule.byLine())
                .executeUpdate());
    }

    private static Regional of(Object[] row) {
        return new Regional(
                (String) row[1],
                new KindRule(
                        WhistleKind.valueOf((String) row[0]),
                        names(row[2], Rank::valueOf),
                        names(row[3], Rank::valueOf),
                        (Boolean) row[4],
                        names(row[5], Proof::valueOf),
                        ((Number) row[6]).intValue(),
                        (Boolean) row[7],
                        ClosesWith.valueOf((String) row[8]),
                        (Boolean) row[9]));
    }

    private static String joined(Collection<? extends Enum<?>> names) {
        return names.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static <T> Set<T> names(Object joined, Function<String, T> of) {
        String all = (String) joined;
        return all.isEmpty()
                ? Set.of()
                : Arrays.stream(all.split(",", -1)).map(of).collect(Collectors.toUnmodifiableSet());
    }
}
