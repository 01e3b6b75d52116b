package org.chuishao.analytics.warning.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.life.Finding.Evidence;
import org.chuishao.analytics.warning.window.Heat;
import org.chuishao.analytics.warning.window.Seen;

/**
 * What warnings would have been made of findings that come in the order of time: they join, rise and are raised anew by the
 * same turns as real ones, but nobody judges them.
 */
public final class Rehearsal {

    private final Duration quiet;
    private final Map<String, Open> newest = new HashMap<>();
    private final Map<String, Set<UUID>> known = new HashMap<>();
    private final List<Open> raised = new ArrayList<>();

    /** @param quiet after so long without a complaint the rule's warnings have lapsed */
    public Rehearsal(Duration quiet) {
        this.quiet = quiet;
    }

    /**
     * A warning that would have been raised.
     *
     * @param at when the complaint came in that decided it
     * @param tickets that stand in it, the first that came first
     */
    public record Rehearsed(
            WarningRule rule,
            WarningLevel level,
            String region,
            String category,
            Instant at,
            List<UUID> tickets,
            int people) {}

    /** @param judged the complaint that was looked at when it was found hot */
    public void take(Heat heat, Seen judged) {
        Finding finding = Finding.of(heat, judged, judged.at());
        Set<UUID> before = known.computeIfAbsent(finding.key(), key -> new HashSet<>());
        List<Evidence> fresh = finding.evidence().stream()
                .filter(it -> !before.contains(it.ticket()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        Open former = newest.get(finding.key());
        int different = Complaints.of(heat.evidence()).different(fresh, heat.rule());
        Open now =
                switch (Episode.turn(
                        former == null ? null : former.episode, finding, different, Episode.last(fresh), quiet)) {
                    case NOTHING -> null;
                    case JOINED, LIFTED -> Objects.requireNonNull(former).with(finding, fresh);
                    case RAISED -> raise(finding, fresh);
                };
        if (now != null) {
            now.join(fresh, heat);
            fresh.forEach(it -> before.add(it.ticket()));
        }
    }

    private Open raise(Finding finding, List<Evidence> fresh) {
        Open now = new Open(finding, Episode.of(new UUID(0, raised.size()), finding, fresh));
        newest.put(finding.key(), now);
        raised.add(now);
        return now;
    }

    /** All, in the order in which they were raised. */
    public List<Rehearsed> raised() {
        return raised.stream().map(Open::asRehearsed).toList();
    }

    private static final class Open {

        private final Finding first;
        private final List<UUID> tickets = new ArrayList<>();
        private final Set<String> people = new HashSet<>();
        private Episode episode;

        Open(Finding first, Episode episode) {
            this.first = first;
            this.episode = episode;
        }

        Open with(Finding finding, List<Evidence> fresh) {
            episode = episode.with(finding, fresh);
            return this;
        }

        void join(List<Evidence> fresh, Heat heat) {
            Map<UUID, String> who = new HashMap<>();
            heat.evidence().forEach(seen -> who.put(seen.ticket(), seen.who()));
            fresh.forEach(it -> {
                tickets.add(it.ticket());
                people.add(Objects.requireNonNull(who.get(it.ticket())));
            });
        }

        Rehearsed asRehearsed() {
            return new Rehearsed(
                    first.rule(),
                    episode.level(),
                    first.region(),
                    first.category(),
                    episode.at(),
                    List.copyOf(tickets),
                    people.size());
        }
    }
}
