package org.chuishao.routing.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How dispatches of the past would go under the catalogue as it is and as it is proposed.
 *
 * @param tickets dispatched in the time, without those that were a danger to life: the catalogue does not decide those
 * @param elsewhere how many of them another unit would lead
 * @param moves from whom to whom, the most first
 */
record Compared(long tickets, long elsewhere, List<Move> moves) {

    private static final int EXAMPLES = 20;

    /**
     * From one unit to another.
     *
     * @param from null where a dispatcher decides
     * @param to likewise
     * @param examples tickets, the latest first
     */
    record Move(
            String category,
            @Nullable String from,
            @Nullable String to,
            long tickets,
            List<UUID> examples) {}

    /** Who would lead. */
    interface Lead {
        @Nullable
        String of(String category, String region);
    }

    private record Between(
            String category,
            @Nullable String from,
            @Nullable String to) {}

    private static final class Counted {
        private long tickets;
        private final List<UUID> examples = new ArrayList<>();

        private void add(Past past) {
            tickets += past.tickets();
            past.latest().stream().limit(EXAMPLES - examples.size()).forEach(examples::add);
        }
    }

    static Compared of(List<Past> all, Lead present, Lead proposed) {
        Map<Between, Counted> moved = new LinkedHashMap<>();
        long tickets = 0;
        for (Past past : all) {
            tickets += past.tickets();
            String from = present.of(past.category(), past.region());
            String to = proposed.of(past.category(), past.region());
            if (from == null ? to != null : !from.equals(to)) {
                moved.computeIfAbsent(new Between(past.category(), from, to), key -> new Counted())
                        .add(past);
            }
        }
        List<Move> moves = moved.entrySet().stream()
                .map(it -> new Move(
                        it.getKey().category(),
                        it.getKey().from(),
                        it.getKey().to(),
                        it.getValue().tickets,
                        it.getValue().examples))
                .sorted(Comparator.comparingLong(Move::tickets).reversed())
                .toList();
        return new Compared(tickets, moves.stream().mapToLong(Move::tickets).sum(), moves);
    }
}
