package org.chuishao.analytics.backtest.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.chuishao.analytics.warning.window.Near;
import org.chuishao.analytics.warning.window.Seen;

/** One gathering's complaints as they come in: what came before and is near enough, and how many a day had. */
final class Passing implements Near {

    private final Duration reach;
    private final LocalDate since;
    private final Deque<Seen> seen = new ArrayDeque<>();
    private final Map<LocalDate, Integer> days = new HashMap<>();

    Passing(Duration reach, LocalDate since) {
        this.reach = reach;
        this.since = since;
    }

    void add(Seen one) {
        Instant oldest = one.at().minus(reach);
        while (!seen.isEmpty() && seen.peekFirst().at().isBefore(oldest)) {
            seen.removeFirst();
        }
        seen.addLast(one);
        days.merge(one.day(), 1, Integer::sum);
    }

    @Override
    public List<Seen> seen() {
        List<Seen> nearest = new ArrayList<>(Math.min(seen.size(), NEAREST));
        Iterator<Seen> newestFirst = seen.descendingIterator();
        while (newestFirst.hasNext() && nearest.size() < NEAREST) {
            nearest.add(newestFirst.next());
        }
        return nearest;
    }

    @Override
    public int count(LocalDate day) {
        return days.getOrDefault(day, 0);
    }

    @Override
    public LocalDate since() {
        return since;
    }
}
