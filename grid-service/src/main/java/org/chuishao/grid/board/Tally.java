package org.chuishao.grid.board;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chuishao.mesh.fold.AssignmentState.Phase;

/**
 * What stands where.
 *
 * @param phases open assignments by phase
 * @param resolved assignments that were resolved in the time that the board names, and have not come back
 * @param lights of open assignments whose clocks run: red is overdue, yellow is soon
 * @param overdue assignments of which some act is overdue
 * @param supervised tickets under supervision, by level: 1 county, 2 city, 3 province
 */
record Tally(
        Map<Phase, Long> phases,
        long resolved,
        Lights lights,
        long overdue,
        Map<Integer, Long> supervised,
        Whistles whistles) {

    private static final String SUPERVISION = "SUPERVISION_";
    private static final String YELLOW = "YELLOW";
    private static final String RED = "RED";
    private static final Set<String> MARKS = Set.of(YELLOW, RED);
    private static final String RESOLVED = Phase.RESOLVED.name();

    record Lights(long green, long yellow, long red) {}

    /** @param sounding whistles that sound, {@code awaited} departments called by them that have not come yet */
    record Whistles(long sounding, long awaited) {

        static final Whistles NONE = new Whistles(0, 0);

        Whistles plus(Whistles other) {
            return new Whistles(sounding + other.sounding, awaited + other.awaited);
        }
    }

    static Tally of(Map<String, Long> measures, Whistles whistles) {
        Map<Phase, Long> phases = new EnumMap<>(Phase.class);
        Map<Integer, Long> supervised = new TreeMap<>();
        measures.forEach((measure, n) -> {
            if (measure.startsWith(SUPERVISION) && n != 0) {
                supervised.put(Integer.valueOf(measure.substring(SUPERVISION.length())), n);
            } else if (n != 0 && !MARKS.contains(measure) && !measure.equals(RESOLVED)) {
                phases.put(Phase.valueOf(measure), n);
            }
        });
        long yellow = measures.getOrDefault(YELLOW, 0L);
        long red = measures.getOrDefault(RED, 0L);
        long running = phases.getOrDefault(Phase.PENDING_SIGN, 0L)
                + phases.getOrDefault(Phase.IN_PROGRESS, 0L)
                + phases.getOrDefault(Phase.RETURN_REVIEW, 0L)
                + phases.getOrDefault(Phase.SUSPENDED, 0L);
        Lights lights = new Lights(Math.max(0, running - yellow - red), yellow, red);
        return new Tally(phases, measures.getOrDefault(RESOLVED, 0L), lights, red, supervised, whistles);
    }
}
