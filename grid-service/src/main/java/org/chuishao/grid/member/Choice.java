package org.chuishao.grid.member;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chuishao.grid.member.Candidate.Rank;

/**
 * Chooses among candidates: whoever knows the ticket, else who has the fewest open assignments, else by lot. What it gives
 * somebody counts at once, so that a crowd is spread.
 */
final class Choice {

    private final Map<String, Long> load;

    /** @param load open assignments by worker; one that is missing has none */
    Choice(Map<String, Long> load) {
        this.load = new HashMap<>(load);
    }

    /** Those between whom only knowledge of the ticket, load or lot decides; empty where nobody is there. */
    static List<Candidate> alike(List<Candidate> all) {
        Rank best =
                all.stream().map(Candidate::rank).min(Comparator.naturalOrder()).orElse(Rank.NOBODY);
        return best == Rank.NOBODY
                ? List.of()
                : all.stream().filter(it -> it.rank() == best).toList();
    }

    /** @param known workers who had the ticket before */
    Optional<Holder> of(List<Candidate> all, Set<String> known) {
        List<Candidate> alike = alike(all);
        List<Candidate> knowing =
                alike.stream().filter(it -> known.contains(it.who())).toList();
        long fewest = alike.stream().mapToLong(it -> load(it.who())).min().orElse(0);
        List<Candidate> least =
                alike.stream().filter(it -> load(it.who()) == fewest).toList();
        return (knowing.isEmpty() ? least : knowing)
                .stream().min(Comparator.comparing(Candidate::draw)).map(chosen -> {
                    load.merge(chosen.who(), 1L, Long::sum);
                    String why = knowing.isEmpty()
                            ? among(alike.size(), least.size(), fewest)
                            : "has had the ticket before, of " + alike.size() + " holders";
                    return holder(chosen, alike.size() == 1 ? "the holder" : why, anyAbsent(all));
                });
    }

    private long load(String worker) {
        return load.getOrDefault(worker, 0L);
    }

    private static boolean anyAbsent(List<Candidate> all) {
        return all.stream().anyMatch(it -> it.asked() && !it.backup() && it.absent());
    }

    private static String among(int equals, int least, long fewest) {
        if (least == equals) {
            return "drawn by the ticket's id among " + equals + " holders";
        }
        return least == 1
                ? "the fewest open assignments (" + fewest + ") of " + equals + " holders"
                : "drawn by the ticket's id among the " + least + " least busy of " + equals + " holders";
    }

    private static Holder holder(Candidate chosen, String why, boolean absent) {
        String where = chosen.ended() ? "the grid has ended or is unknown, its community is asked; " : "";
        String reason =
                switch (chosen.rank()) {
                    case HOLDER -> why;
                    case STAND_IN -> "the holder is absent, " + chosen.who() + " stands in";
                    case BACKUP ->
                        absent ? "the holder is absent, the backup has it" : "the role is vacant, the backup holds it";
                    case OTHER_ROLE, OTHER_ROLE_BACKUP, NOBODY ->
                        (absent ? "the holder is absent, the " : "nobody holds the role, the ")
                                + chosen.role().title() + " stands in";
                };
        return new Holder(chosen.grid(), chosen.who(), chosen.role(), chosen.unitOfWho(), where + reason);
    }
}
