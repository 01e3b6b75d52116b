package org.chuishao.analytics.rates;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        groups.forEach((name, cases) -> sums.put(name, sum(figure, cases)));
        return sums;
    }

    private static String sum(Figure figure, List<Counted> cases) {
        BigDecimal numerator = BigDecimal.ZERO;
        int denominator = 0;
        int excluded = 0;
        Set<String> persons = new HashSet<>();
        Set<String> counted = new HashSet<>();
        for (Counted one : cases) {
            if (one.excluded()) {
                excluded++;
                continue;
            }
            denominator++;
            numerator = numerator.add(one.weight());
            persons.add(one.caller());
            if (one.weight().signum() > 0) {
                counted.add(one.caller());
            }
        }
        boolean few = isFew(persons) || isFew(counted);
        return figure == Figure.REPEAT_RATE && few ? "withheld" : said(numerator, denominator, excluded);
    }

    static String said(BigDecimal numerator, int denominator, int excluded) {
        return numerator.stripTrailingZeros().toPlainString() + "/" + denominator + " without " + excluded;
    }

    private static boolean isFew(Set<String> persons) {
        return !persons.isEmpty() && persons.size() < FEWEST;
    }
}
