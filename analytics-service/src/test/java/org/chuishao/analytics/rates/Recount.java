package org.chuishao.analytics.rates;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.chuishao.analytics.rates.PlainTicketCount.Counted;
import org.chuishao.mesh.fold.RandomLife;

/** All figures of all tickets, added up one by one. */
final class Recount {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration REPEATED = Duration.ofDays(90);
    private static final int FEWEST = 5;

    private final List<Counted> all = new ArrayList<>();

    Recount(List<RandomLife> lives) {
        List<PlainTicketCount> tickets =
                lives.stream().map(PlainTicketCount::new).toList();
        for (PlainTicketCount ticket : tickets) {
            boolean repeats = tickets.stream().anyMatch(other -> isBefore(other, ticket));
            all.addAll(ticket.counted(repeats));
        }
    }

    private static boolean isBefore(PlainTicketCount other, PlainTicketCount ticket) {
        return ticket.received != null
                && other.received != null
                && ticket.caller != null
                && !other.hidden()
                && ticket.caller.equals(other.caller)
                && ticket.category().equals(other.category())
                && other.received.isBefore(ticket.received)
                && !other.received.isBefore(ticket.received.minus(REPEATED));
    }

    /** How many cases there are of each, wherever and whenever. */
    Map<Figure, Integer> figures() {
        Map<Figure, Integer> cases = new TreeMap<>();
        all.forEach(one -> cases.merge(one.figure(), 1, Integer::sum));
        return cases;
    }

    /** By group: numerator, denominator and what is left out; or that it is withheld. */
    Map<String, String> of(Figure figure, String region, LocalDate from, LocalDate to, Function<Counted, String> key) {
        Map<String, List<Counted>> groups = new TreeMap<>();
        for (Counted one : all) {
            LocalDate day = one.at().atZone(CHINA).toLocalDate();
            if (one.figure() == figure && one.region().startsWith(region) && !day.isBefore(from) && !day.isAfter(to)) {
                groups.computeIfAbsent(key.apply(one), name -> new ArrayList<>())
                        .add(one);
            }
        }
        Map<String, String> sums = new TreeMap<>();
        groups.forEach((name, cases) -> sums.put(name, sum(cases)));
        if (figure == Figure.REPEAT_RATE) {
            withheld(groups).forEach(name -> sums.put(name, "withheld"));
        }
        return sums;
    }

    private static String sum(List<Counted> cases) {
        List<Counted> kept = cases.stream().filter(one -> !one.excluded()).toList();
        BigDecimal numerator = kept.stream().map(Counted::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return said(numerator, kept.size(), cases.size() - kept.size());
    }

    /** The smallest first, until nobody can tell of few what the published ones leave of the total. */
    private static List<String> withheld(Map<String, List<Counted>> groups) {
        List<String> few = new ArrayList<>();
        List<String> others = new ArrayList<>();
        groups.forEach((name, cases) ->
                (isFew(persons(cases, false)) || isFew(persons(cases, true)) ? few : others).add(name));
        others.removeIf(name -> persons(groups.get(name), false) == 0);
        others.sort(Comparator.comparing(name -> persons(groups.get(name), false)));
        while (!few.isEmpty() && !others.isEmpty()) {
            int persons = few.stream()
                    .mapToInt(name -> persons(groups.get(name), false))
                    .sum();
            int counted = few.stream()
                    .mapToInt(name -> persons(groups.get(name), true))
                    .sum();
            if (few.size() > 1 && !isFew(persons) && !isFew(counted)) {
                break;
            }
            few.add(others.remove(0));
        }
        return few;
    }

    private static int persons(List<Counted> cases, boolean inTheNumerator) {
        return (int) cases.stream()
                .filter(one -> !one.excluded())
                .filter(one -> !inTheNumerator || one.weight().signum() > 0)
                .map(Counted::caller)
                .distinct()
                .count();
    }

    static String said(BigDecimal numerator, int denominator, int excluded) {
        return numerator.stripTrailingZeros().toPlainString() + "/" + denominator + " without " + excluded;
    }

    private static boolean isFew(int persons) {
        return persons > 0 && persons < FEWEST;
    }
}
