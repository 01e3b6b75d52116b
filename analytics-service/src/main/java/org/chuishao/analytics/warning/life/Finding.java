package org.chuishao.analytics.warning.life;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.window.Heat;
import org.chuishao.analytics.warning.window.Seen;
import org.jspecify.annotations.Nullable;

/**
 * A scope was found hot. It names tickets, never people.
 *
 * @param scope what must not be warned of twice at a time; says nothing by itself
 * @param deciding the ticket that was judged
 * @param saidAt when the event was written that decided it
 * @param least so many different ones make the rule's lowest step
 * @param categories of its tickets, where meaning gathered them from several; otherwise none
 */
public record Finding(
        WarningRule rule,
        WarningLevel level,
        String scope,
        String region,
        String category,
        @Nullable String network,
        UUID deciding,
        Instant saidAt,
        List<Evidence> evidence,
        int least,
        List<String> categories) {

    /** So many of the last are named: those before them were named when they came. */
    private static final int MOST_EVIDENCE = 60;

    /** What the stream found before it knew of meanings names no categories. */
    public Finding {
        categories = categories == null ? List.of() : List.copyOf(categories);
    }

    public Finding(
            WarningRule rule,
            WarningLevel level,
            String scope,
            String region,
            String category,
            @Nullable String network,
            UUID deciding,
            Instant saidAt,
            List<Evidence> evidence,
            int least) {
        this(rule, level, scope, region, category, network, deciding, saidAt, evidence, least, List.of());
    }

    /** A ticket in the window. */
    public record Evidence(UUID ticket, Instant at, String region) {}

    /** @param judged the complaint that was looked at when it was found */
    public static Finding of(Heat heat, Seen judged, Instant saidAt) {
        return new Finding(
                heat.rule(),
                heat.level(),
                UUID.nameUUIDFromBytes(heat.scope().getBytes(UTF_8)).toString(),
                heat.region(),
                heat.category(),
                heat.network(),
                heat.deciding().ticket(),
                saidAt,
                evidence(heat, judged),
                heat.least(),
                heat.gatheredFrom());
    }

    boolean byMeaning() {
        return !categories.isEmpty();
    }

    /** The same, as one of another category's warnings takes it in. */
    Finding of(String otherScope, String otherCategory) {
        return new Finding(
                rule, level, otherScope, region, otherCategory, network, deciding, saidAt, evidence, least, categories);
    }

    /** The last of the window, and always the one that decided and the one that was judged. */
    private static List<Evidence> evidence(Heat heat, Seen judged) {
        List<Seen> all = heat.evidence();
        Set<Seen> named = new LinkedHashSet<>(List.of(heat.deciding(), judged));
        named.addAll(all.subList(Math.max(0, all.size() - MOST_EVIDENCE), all.size()));
        return named.stream()
                .filter(all::contains)
                .map(seen -> new Evidence(seen.ticket(), seen.at(), seen.region()))
                .toList();
    }

    /** Findings of one scope stay in order. */
    public String key() {
        return rule + "|" + scope;
    }
}
