package org.chuishao.analytics.rates;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chuishao.mesh.problem.Problem;

/** The figures of domain section 6: which cases each counts, and what makes a case count in the numerator. */
enum Figure {
    RESPONSE_RATE(Relation.CALLBACKS, Better.HIGH, Weight.CONTACTED),
    SOLUTION_RATE(Relation.CALLBACKS, Better.HIGH, Weight.SOLVED),
    SATISFACTION(Relation.CALLBACKS, Better.HIGH, Weight.SATISFIED),
    SCORE(
            Relation.CALLBACKS,
            Better.HIGH,
            ":response * (" + Weight.CONTACTED + ") + :solution * (" + Weight.SOLVED + ") + :satisfaction * ("
                    + Weight.SATISFIED + ")"),
    SIGNING_ON_TIME(Relation.SIGNATURES, Better.HIGH, "(c.state = 'MET')::int"),
    CLOSING_ON_TIME(Relation.CLOSINGS, Better.HIGH, "(c.state = 'MET')::int"),
    FEEDBACK_ON_TIME(Relation.CONTACTS, Better.HIGH, "(c.state = 'MET')::int"),
    CLOSING_RATE(Relation.RECEIVED, Better.HIGH, "(t.closed_at is not null)::int"),
    DISPATCH_ACCURACY(Relation.DISPATCHED, Better.HIGH, "(not t.misdirected)::int"),
    RETURN_RATE(Relation.PARTS, Better.LOW, "(c.return_asked_at is not null)::int"),
    RETURNS_GRANTED(Relation.RETURNS, Better.NEITHER, "(c.return_granted_at is not null)::int"),
    REPEAT_RATE(
            Relation.RECOGNISED,
            Better.LOW,
            "coalesce(complained_before(t.caller, t.category, t.received_at, :repeatDays), false)::int"),
    REWORK_RATE(Relation.CLOSED, Better.LOW, "(t.reworks > 0)::int"),
    EXTENSION_RATE(Relation.PARTS, Better.LOW, "(c.extended_at is not null)::int"),
    ONE_TIME_SOLUTION(Relation.CONFIRMED, Better.HIGH, "(t.solved and t.reworks = 0 and t.reopenings = 0)::int"),
    DIRECT_ANSWER_RATE(
            Relation.RECEIVED, Better.NEITHER, "(t.answered_at is not null and t.dispatched_at is null)::int"),
    VALID_CALLBACK_RATE(Relation.ROUNDS, Better.HIGH, "c.reached::int"),
    CONNECTION_RATE(Relation.CALLS_OFFERED, Better.HIGH, "c.connected"),
    ANSWERED_WITHIN_15_S(Relation.CALLS_CONNECTED, Better.HIGH, "c.within_15s");

    /** Which way the better ones lie; where neither is better there is no rank. */
    enum Better {
        HIGH,
        LOW,
        NEITHER
    }

    private static final class Weight {

        static final String CONTACTED = "coalesce(c.contacted, false)::int";
        static final String SOLVED = "coalesce(c.solved, false)::int";
        static final String SATISFIED = "case c.satisfaction when 'VERY_SATISFIED' then 1 when 'SATISFIED' then 1"
                + " when 'FAIRLY_SATISFIED' then :fairly else 0 end";
    }

    private final Relation relation;
    private final Better better;
    private final String weight;

    Figure(Relation relation, Better better, String weight) {
        this.relation = relation;
        this.better = better;
        this.weight = weight;
    }

    /** As requests and answers write it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Better better() {
        return better;
    }

    /** It tells something about persons, so that small counts of them are withheld. */
    boolean aboutPersons() {
        return this == REPEAT_RATE;
    }

    /** Its cases, by numbers of this service's settings and nothing that a caller wrote. */
    String sql(RateConfig config) {
        return relation.sql(weight.replace(":response", config.response().toPlainString())
                .replace(":solution", config.solution().toPlainString())
                .replace(":satisfaction", config.satisfaction().toPlainString())
                .replace(":fairly", config.fairlySatisfied().toPlainString())
                .replace(":repeatDays", Integer.toString(config.repeatDays())));
    }

    static Figure of(String label) {
        return Arrays.stream(values())
                .filter(figure -> figure.label().equals(label))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "name",
                        "must be one of "
                                + Arrays.stream(values()).map(Figure::label).collect(Collectors.joining(", "))));
    }
}
