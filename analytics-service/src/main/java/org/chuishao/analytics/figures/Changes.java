package org.chuishao.analytics.figures;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chuishao.analytics.word.China;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.ReadEvent;

/** What a batch of the log changes in the counts: summed up, and without what comes to nothing. */
final class Changes {

    private final TreeMap<Cell, Long> cells = new TreeMap<>();
    private final TreeMap<Day, Flow> days = new TreeMap<>();

    /** A day in a place. */
    record Day(LocalDate day, String region) implements Comparable<Day> {
        @Override
        public int compareTo(Day other) {
            return Comparator.comparing(Day::day).thenComparing(Day::region).compare(this, other);
        }
    }

    /** What came in and what was closed. */
    record Flow(int received, int closed) {
        private Flow plus(Flow other) {
            return new Flow(received + other.received, closed + other.closed);
        }
    }

    static Changes of(List<ReadEvent> events) {
        Changes changes = new Changes();
        events.forEach(changes::add);
        changes.cells.values().removeIf(change -> change == 0);
        return changes;
    }

    private void add(ReadEvent read) {
        Cell before = Cell.of(read.before());
        Cell after = Cell.of(read.after());
        if (before.equals(after)) {
            return;
        }
        // a ticket that is not received yet (a patrol report) is not counted
        if (before.state() != State.UNSEEN) {
            cells.merge(before, -1L, Long::sum);
        }
        if (after.state() != State.UNSEEN) {
            cells.merge(after, 1L, Long::sum);
        }
        boolean received = before.state() == State.UNSEEN && after.state() != State.UNSEEN;
        boolean closed = before.state() != State.CLOSED && after.state() == State.CLOSED;
        if (received || closed) {
            LocalDate day = read.event().at().atZone(China.ZONE).toLocalDate();
            days.merge(new Day(day, after.region()), new Flow(received ? 1 : 0, closed ? 1 : 0), Flow::plus);
        }
    }

    Map<Cell, Long> cells() {
        return Collections.unmodifiableMap(cells);
    }

    Map<Day, Flow> days() {
        return Collections.unmodifiableMap(days);
    }
}
