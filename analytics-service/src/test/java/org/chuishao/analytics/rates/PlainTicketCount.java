package org.chuishao.analytics.rates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chuishao.mesh.event.AssignmentEvent.*;
import org.chuishao.mesh.event.DeadlineEvent;
import org.chuishao.mesh.event.DeadlineEvent.*;
import org.chuishao.mesh.event.DispatchEvent.*;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.*;
import org.chuishao.mesh.fold.RandomLife;

/**
 * One ticket, counted by walking through what stands on the log about it and writing down what is to be counted. It goes by
 * the plain model of the fold, and shares nothing with what it checks.
 */
final class PlainTicketCount {

    /** What is counted: of what figure's cases, when, for whom, what it weighs. */
    record Counted(
            Figure figure,
            Instant at,
            String unit,
            String region,
            String category,
            String kind,
            String channel,
            String caller,
            BigDecimal weight,
            boolean excluded) {}

    private static final class Part {
        String unit;
        boolean lead;
        boolean dispatched;
        Instant created;
        Instant signed;
        Instant contacted;
        Instant resolved;
        Instant asked;
        boolean granted;
        boolean extended;
    }

    private static final class Clock {
        UUID part;
        String act;
        Instant due;
        final Set<Instant> missed = new HashSet<>();
        final Set<Instant> excused = new HashSet<>();
        boolean annulled;
    }

    private record Call(Instant at, String unit, CalledBack said) {}

    private final RandomLife life;
    private final RandomLife model;
    private final Map<UUID, Part> parts = new HashMap<>();
    private final Map<UUID, Clock> clocks = new HashMap<>();
    private final Map<Integer, List<Call>> rounds = new HashMap<>();
    private String kind;
    private String channel;
    private boolean secret;
    String caller;
    Instant received;
    private Instant answered;
    private Instant dispatched;
    private String firstUnit;
    private int dispatches;
    private boolean wrong;
    private int reworks;
    private int reopenings;
    private Instant closed;
    private Boolean solved;
    private boolean excluded;

    PlainTicketCount(RandomLife life) {
        this.life = life;
        this.model = new RandomLife(1, 1, life.ticket(), RandomTickets.BEGIN, UnaryOperator.identity());
        for (RandomLife.Heard heard : life.heard()) {
            String unitBefore = model.leadUnit();
            String stateBefore = model.state();
            model.hear(heard.event());
            if (heard.counts()) {
                walk(heard.event(), heard.event().data(), unitBefore, stateBefore);
            }
        }
    }

    /** Nobody is told that its caller came before or after. */
    boolean hidden() {
        return secret || "REPORT".equals(kind);
    }

    String category() {
        return life.category() == null ? "UNCLASSIFIED" : life.category();
    }

    private void walk(Event event, EventData data, String unitBefore, String stateBefore) {
        Instant at = event.at();
        Part part = parts.get(event.assignment());
        if (data instanceof TicketReceived it) {
            received = at;
            kind = it.kind().name();
            channel = it.channel().name();
            caller = it.callerHash();
            secret = it.secret();
        } else if (data instanceof SecrecyChanged it) {
            secret = it.secret();
        } else if (data instanceof GridReported) {
            received = at;
            kind = "OTHER";
            channel = "GRID";
        } else if (data instanceof Answered) {
            answered = answered == null ? at : answered;
        } else if (data instanceof TicketDispatched it) {
            dispatch(at, it.leadUnit(), unitBefore);
        } else if (data instanceof LeadDesignated it) {
            dispatch(at, it.leadUnit(), unitBefore);
        } else if (data instanceof AssignmentCreated it) {
            Part made = new Part();
            made.unit = it.unit();
            made.lead = it.lead();
            made.dispatched = it.parent() == null && !stateBefore.equals("REWORK");
            made.created = at;
            parts.put(event.assignment(), made);
        } else if (data instanceof AssignmentSigned) {
            part.signed = at;
        } else if (data instanceof CitizenContacted it && it.reached()) {
            part.contacted = part.contacted == null ? at : part.contacted;
        } else if (data instanceof AssignmentResolved) {
            part.resolved = at;
        } else if (data instanceof Reviewed it && !it.passed()) {
            sentBack();
        } else if (data instanceof ReturnRequested) {
            part.asked = at;
        } else if (data instanceof ReturnAdjudicated it && it.granted()) {
            Part returned = parts.get(it.assignment());
            returned.granted = true;
            wrong |= returned.lead && dispatches == 1;
        } else if (data instanceof ExtensionGranted) {
            part.extended = true;
        } else if (data instanceof CalledBack it) {
            rounds.computeIfAbsent(event.round(), round -> new ArrayList<>()).add(new Call(at, model.leadUnit(), it));
            solved = it.solved() == null ? solved : it.solved();
        } else if (data instanceof ReworkOrdered) {
            reworks++;
            solved = null;
        } else if (data instanceof Closed) {
            closed = at;
        } else if (data instanceof Reopened) {
            reopenings++;
            closed = null;
            solved = null;
        } else if (data instanceof ExclusionDecided it) {
            excluded = it.granted();
        } else {
            clock(event, data);
        }
    }

    private void dispatch(Instant at, String unit, String unitBefore) {
        wrong |= dispatches == 1 && unitBefore != null && !unitBefore.equals(unit);
        dispatches++;
        if (dispatched == null) {
            dispatched = at;
            firstUnit = unit;
        }
    }

    /** The lead's result; those of assistants stand. */
    private void sentBack() {
        model.parts().forEach((id, now) -> {
            if (now.phase().equals("IN_PROGRESS")) {
                parts.get(id).resolved = null;
            }
        });
    }

    private void clock(Event event, EventData data) {
        if (data instanceof DeadlineArmed it) {
            arm(event.assignment(), it.deadline(), it.act(), it.dueAt());
            if (it.also() != null) {
                it.also().forEach(also -> arm(event.assignment(), also.deadline(), also.act(), also.dueAt()));
            }
        } else if (data instanceof DeadlineEvent said && clocks.containsKey(said.deadline())) {
            Clock clock = clocks.get(said.deadline());
            if (said instanceof DeadlineMissed it) {
                clock.missed.add(micros(it.dueAt()));
            } else if (said instanceof DeadlineExcused it) {
                clock.excused.add(micros(it.dueAt()));
            } else if (said instanceof DeadlineAnnulled) {
                clock.annulled = true;
            }
        }
    }

    private void arm(UUID part, UUID deadline, String act, Instant due) {
        if (!clocks.containsKey(deadline) && !parts.containsKey(part)) {
            return;
        }
        Clock clock = clocks.computeIfAbsent(deadline, id -> new Clock());
        clock.part = clock.part == null ? part : clock.part;
        clock.act = act;
        clock.due = micros(due);
        clock.annulled = false;
    }

    private static Instant micros(Instant due) {
        return due.truncatedTo(ChronoUnit.MICROS);
    }

    /** @param repeats whether its caller has complained of the same before */
    List<Counted> counted(boolean repeats) {
        List<Counted> all = new ArrayList<>();
        if (received == null) {
            return all;
        }
        String unit = life.leadUnit();
        all.add(of(Figure.DIRECT_ANSWER_RATE, received, unit, answered != null && dispatched == null, false));
        all.add(of(Figure.CLOSING_RATE, received, unit, closed != null, false));
        boolean unknown = caller == null || category().equals("UNCLASSIFIED");
        all.add(of(Figure.REPEAT_RATE, received, unit, repeats, unknown || hidden()));
        if (dispatched != null) {
            all.add(of(Figure.DISPATCH_ACCURACY, dispatched, firstUnit, !wrong, false));
        }
        if (dispatched != null && closed != null) {
            all.add(of(Figure.REWORK_RATE, closed, unit, reworks > 0, false));
            if (solved != null) {
                boolean once = solved && reworks == 0 && reopenings == 0;
                all.add(of(Figure.ONE_TIME_SOLUTION, closed, unit, once, excluded));
            }
        }
        parts.values().forEach(part -> count(part, all));
        clocks.values().forEach(clock -> count(clock, all));
        rounds.values().forEach(calls -> count(calls, all));
        return all;
    }

    private void count(Part part, List<Counted> all) {
        if (part.dispatched) {
            all.add(of(Figure.RETURN_RATE, part.created, part.unit, part.asked != null, false));
            all.add(of(Figure.EXTENSION_RATE, part.created, part.unit, part.extended, false));
        }
        if (part.asked != null) {
            all.add(of(Figure.RETURNS_GRANTED, part.asked, part.unit, part.granted, false));
        }
    }

    private void count(Clock clock, List<Counted> all) {
        Part part = parts.get(clock.part);
        Instant done =
                switch (clock.act) {
                    case "SIGN" -> part.signed;
                    case "CONTACT" -> part.contacted;
                    default -> part.resolved;
                };
        boolean late = clock.missed.contains(clock.due) || (done != null && done.isAfter(clock.due));
        boolean decided = late || done != null;
        if (clock.act.equals("SIGN") && decided) {
            all.add(of(Figure.SIGNING_ON_TIME, clock.due, part.unit, !late, late && clock.excused.contains(clock.due)));
        } else if (clock.act.equals("CONTACT") && part.lead && decided) {
            all.add(of(
                    Figure.FEEDBACK_ON_TIME, clock.due, part.unit, !late, late && clock.excused.contains(clock.due)));
        } else if (clock.act.equals("RESOLVE") && part.lead && decided) {
            all.add(of(Figure.CLOSING_ON_TIME, clock.due, part.unit, !late, late && clock.excused.contains(clock.due)));
        }
    }

    private void count(List<Call> calls, List<Counted> all) {
        Call last = calls.stream()
                .filter(call -> call.said().reached())
                .reduce((first, second) -> second)
                .orElse(null);
        Call shown = last == null ? calls.get(calls.size() - 1) : last;
        all.add(of(Figure.VALID_CALLBACK_RATE, shown.at(), shown.unit(), last != null, false));
        if (last != null) {
            BigDecimal contacted = share(Boolean.TRUE.equals(last.said().contacted()));
            BigDecimal solvedNow = share(Boolean.TRUE.equals(last.said().solved()));
            BigDecimal satisfied = satisfied(last.said().satisfaction());
            BigDecimal score = contacted
                    .multiply(new BigDecimal("0.30"))
                    .add(solvedNow.multiply(new BigDecimal("0.35")))
                    .add(satisfied.multiply(new BigDecimal("0.35")));
            all.add(weighed(Figure.RESPONSE_RATE, last, contacted));
            all.add(weighed(Figure.SOLUTION_RATE, last, solvedNow));
            all.add(weighed(Figure.SATISFACTION, last, satisfied));
            all.add(weighed(Figure.SCORE, last, score));
        }
    }

    private static BigDecimal satisfied(CalledBack.Satisfaction verdict) {
        if (verdict == null || verdict == CalledBack.Satisfaction.NOT_SATISFIED) {
            return BigDecimal.ZERO;
        }
        return verdict == CalledBack.Satisfaction.FAIRLY_SATISFIED ? new BigDecimal("0.8") : BigDecimal.ONE;
    }

    private static BigDecimal share(boolean counts) {
        return counts ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private Counted weighed(Figure figure, Call call, BigDecimal weight) {
        return new Counted(
                figure, call.at(), call.unit(), life.region(), category(), kind, channel, caller, weight, excluded);
    }

    private Counted of(Figure figure, Instant at, String unit, boolean counts, boolean leftOut) {
        return new Counted(figure, at, unit, life.region(), category(), kind, channel, caller, share(counts), leftOut);
    }
}
