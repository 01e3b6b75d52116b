package org.chuishao.mesh.fold;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.fold.Step.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each event does in each state, written down apart from the code. */
class EveryStateAndEventTest {

    /**
     * A cell is the state afterwards, {@code =} where the event counts and the ticket stays, {@code -} where it comes
     * too late. The ticket's lead stands in the phase that goes with the state; {@link Tickets} says how it got there,
     * {@link Asked} what the words behind an event's name mean.
     */
    private static final String TABLE = """
            .                                     UN RE NI TR PD VE PS IP RR DI SU PR PC RW AN CL DE WI ME AR
            ticket.received                       RE -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            grid.reported                         PD -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            grid.reported solved-on-spot          PR -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.accepted                       -  PD -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.info-requested                 -  NI =  -  NI -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.info-requested of-danger       -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.supplemented                   -  =  RE =  =  =  =  =  =  =  =  =  =  =  =  -  -  -  =  -
            ticket.declined                       -  DE DE -  DE DE -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.answered                       -  AN AN -  AN AN -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.transferred                    -  TR TR -  TR TR =  =  =  =  =  =  =  =  -  -  -  -  -  -
            ticket.transferred accepted           -  =  =  =  =  =  =  =  =  =  =  =  =  =  -  -  -  -  -  -
            ticket.transferred refused            -  =  =  RE =  =  =  =  =  =  =  =  =  =  -  -  -  -  -  -
            ticket.transferred silent             -  =  =  RE =  =  =  =  =  =  =  =  =  =  -  -  -  -  -  -
            ticket.transferred silent-unasked     -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.merged                         -  ME ME -  ME ME ME ME -  -  -  -  -  -  -  -  -  -  -  -
            ticket.merged into-itself             -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.unmerged                       -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  IP -
            ticket.withdrawn                      -  WI WI WI WI WI WI WI WI WI WI WI WI WI WI -  -  -  WI -
            ticket.reviewed                       -  -  -  -  -  -  -  -  -  -  -  PC -  -  -  -  -  -  -  -
            ticket.reviewed not-passed            -  -  -  -  -  -  -  -  -  -  -  IP -  -  -  -  -  -  -  -
            ticket.called-back                    -  -  -  -  -  -  -  -  -  -  -  -  =  -  =  -  -  -  =  -
            ticket.rework-ordered                 -  -  -  -  -  -  -  -  -  -  -  -  RW -  -  -  -  -  -  -
            ticket.rework-ordered round-3         -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.closed                         -  -  -  -  -  -  -  -  -  -  -  -  CL -  CL -  -  -  CL -
            ticket.closed solved                  -  -  -  -  -  -  -  -  -  -  -  -  CL -  CL -  -  -  CL -
            ticket.closed solved-against-citizen  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.closed incomplete              -  -  CL -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.closed transferred             -  -  -  CL -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.closed transferred-unconfirmed -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.reopened                       -  -  -  -  -  -  -  -  -  -  -  -  -  -  PD PD RE -  -  -
            ticket.archived                       -  -  -  -  -  -  -  -  -  -  -  -  -  -  AR AR AR AR -  -
            ticket.promised                       -  -  -  -  -  -  -  =  -  -  =  =  =  -  -  -  -  -  -  -
            ticket.classified                     -  =  =  =  =  =  =  =  =  =  =  -  -  -  -  -  -  -  -  -
            ticket.verification-requested         -  -  -  -  VE -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.verification-requested of-danger -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.dispatched                     -  -  -  -  PS -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.dispatched critical            -  PS PS PS PS PS -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.return-adjudicated             -  -  -  -  -  -  -  -  PD -  -  -  -  -  -  -  -  -  -  -
            ticket.return-adjudicated refused     -  -  -  -  -  -  -  -  IP -  -  -  -  -  -  -  -  -  -  -
            ticket.disputed                       -  -  -  -  DI -  DI DI DI -  -  -  -  -  -  -  -  -  -  -
            ticket.disputed of-designated         -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            ticket.lead-designated                -  -  -  -  -  -  -  -  -  PS -  -  -  -  -  -  -  -  -  -
            ticket.desk-called                    -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            assignment.created                    -  -  -  -  -  -  -  -  -  -  -  -  -  PS -  -  -  -  -  -
            assignment.created first-lead         -  -  -  -  -  -  =  -  -  -  -  -  -  PS -  -  -  -  -  -
            assignment.created of-another-unit    -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            assignment.created assisting          -  -  -  -  -  -  =  =  =  =  =  -  -  =  -  -  -  -  -  -
            assignment.created handed-down        -  -  -  -  -  -  =  =  =  =  =  -  -  -  -  -  -  -  -  -
            assignment.signed                     -  -  -  -  -  -  IP -  -  -  -  -  -  -  -  -  -  -  -  -
            assignment.contacted                  -  -  -  -  -  -  -  =  -  -  =  -  -  -  -  -  -  -  -  -
            assignment.arrived                    -  -  -  -  -  -  -  =  -  -  -  -  -  -  -  -  -  -  -  -
            assignment.reported                   -  -  -  -  -  -  -  =  -  -  =  -  -  -  -  -  -  -  -  -
            assignment.verified                   -  -  -  -  -  PD -  -  -  -  -  -  -  -  -  -  -  -  -  -
            assignment.return-requested           -  -  -  -  -  -  RR RR -  -  -  -  -  -  -  -  -  -  -  -
            assignment.return-requested of-designated -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            assignment.return-requested again     -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            assignment.extension-requested        -  -  -  -  -  -  -  =  -  -  -  -  -  -  -  -  -  -  -  -
            assignment.extension-requested again  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            assignment.extension-granted          -  -  -  -  -  -  -  =  -  -  =  -  -  -  -  -  -  -  -  -
            assignment.extension-granted unasked  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            assignment.extension-refused          -  -  -  -  -  -  -  =  -  -  =  -  -  -  -  -  -  -  -  -
            assignment.suspended                  -  -  -  -  -  -  -  SU -  -  -  -  -  -  -  -  -  -  -  -
            assignment.resumed                    -  -  -  -  -  -  -  -  -  -  IP -  -  -  -  -  -  -  -  -
            assignment.reassigned                 -  -  -  -  -  -  =  =  =  =  =  =  =  -  -  -  -  -  =  -
            assignment.reassigned assisting       -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -  -  -  =  -
            assignment.reassigned over            -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            assignment.resolved                   -  -  -  -  -  -  -  PR -  -  -  -  -  -  -  -  -  -  -  -
            ticket.escalated                      -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            ticket.escalated not-revisited        -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
            ticket.supervised                     -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            ticket.exclusion-decided              -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            ticket.corrected                      -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            ticket.secrecy-changed                -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
            whistle.blown                         -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            whistle.confirmed                     -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            whistle.signed                        -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            whistle.department-arrived            -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            whistle.share-agreed                  -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            whistle.share-done                    -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            whistle.noted                         -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            whistle.objected                      -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            whistle.objection-decided             -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            whistle.closed                        -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            whistle.rated                         -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            mediation.opened                      -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
            mediation.session-held                -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
            mediation.ended                       -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
            mediation.revisited                   -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
            deadline.armed                        -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            deadline.armed of-a-revisit           -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
            deadline.approaching                  -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            deadline.approaching of-a-revisit     -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
            deadline.missed                       -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            deadline.missed of-a-revisit          -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
            deadline.annulled                     -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            deadline.annulled of-a-revisit        -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
            deadline.excused                      -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  -
            ticket.notified                       -  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
            """;

    static final List<Row> ROWS = rows();

    record Row(String event, List<String> cells) {

        EventType type() {
            String name = event.split(" ")[0];
            return Arrays.stream(EventType.values())
                    .filter(type -> type.shortName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        String in(State state) {
            return cells.get(Tickets.STATES.indexOf(state));
        }
    }

    @TestFactory
    Stream<DynamicTest> does_what_the_table_says() {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(row.event(), () -> {
                    for (State state : Tickets.STATES) {
                        assertCell(row, state);
                    }
                }));
    }

    private static void assertCell(Row row, State state) {
        Asked asked = Asked.of(row.event());
        TicketState before = asked.given(Tickets.in(state));
        Event event = Life.event(before.round(), asked.assignment(), asked.data());
        Step step = Fold.apply(before, event);

        String cell = row.in(state);
        State expected = cell.equals("-") || cell.equals("=") ? state : Tickets.of(cell);
        assertThat(step.after().state())
                .as("after %s in %s", row.event(), state)
                .isEqualTo(expected);
        assertThat(step.verdict())
                .as("%s in %s: %s", row.event(), state, step.why())
                .isEqualTo(cell.equals("-") ? Verdict.LATE : Verdict.APPLIED);
        assertThat(step.after().seen()).isEqualTo(before.seen() + 1);
        if (cell.equals("-")) {
            assertThat(step.why()).isNotBlank();
            assertThat(step.after()).isEqualTo(Tickets.counted(before));
        } else {
            assertThat(step.why()).isNull();
            assertThat(step.after().late()).isEqualTo(before.late());
        }
    }

    @Test
    void the_table_answers_for_every_type_and_state() {
        assertThat(ROWS.stream().map(Row::type).collect(toSet())).isEqualTo(EnumSet.allOf(EventType.class));
        assertThat(Tickets.STATES).containsExactlyInAnyOrder(State.values());
        assertThat(ROWS).allSatisfy(row -> assertThat(row.cells()).hasSize(State.values().length));
        assertThat(TABLE.lines().findFirst().orElseThrow().split("\\s+"))
                .containsSubsequence(Tickets.STATES.stream().map(Tickets::code).toArray(String[]::new));
    }

    @Test
    void what_is_allowed_is_what_counts_in_some_way() {
        for (State state : State.values()) {
            Set<EventType> counts = ROWS.stream()
                    .filter(row -> !row.in(state).equals("-"))
                    .map(Row::type)
                    .collect(toSet());
            assertThat(new TreeSet<>(Fold.allowed(state))).as("in %s", state).isEqualTo(new TreeSet<>(counts));
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        TABLE.lines().skip(1).forEach(line -> {
            List<String> words = List.of(line.split("\\s+"));
            int name = words.size() - State.values().length;
            rows.add(new Row(String.join(" ", words.subList(0, name)), words.subList(name, words.size())));
        });
        return rows;
    }
}
