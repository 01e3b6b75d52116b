package org.chuishao.mesh.fold;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.fold.Step.Verdict;
import org.junit.jupiter.api.Test;

/** Whatever stands on the log in whatever order, the fold and a plain second opinion come to the same end. */
class InterleavingsTest {

    private static final int LIVES = 10_000;
    private static final int SHORTEST = 20;
    private static final int MORE = 40;
    private static final int STEPS_TO_AN_END = 12;

    /** Each run takes other lives; one is repeated by its seed. */
    private static final int SEED = Integer.getInteger("chuishao.seed", new Random().nextInt(1_000_000_000));

    private final Set<String> reached = new TreeSet<>();
    private final Set<EventType> counted = EnumSet.noneOf(EventType.class);
    private final Set<EventType> late = EnumSet.noneOf(EventType.class);

    @Test
    void ten_thousand_interleavings_leave_the_ticket_as_the_plain_model_does_and_never_without_an_owner() {
        System.out.println(LIVES + " interleavings from -Dchuishao.seed=" + SEED);
        for (int seed = SEED; seed < SEED + LIVES; seed++) {
            live(seed);
        }
        assertThat(reached).isEqualTo(Stream.of(State.values()).map(Enum::name).collect(toSet()));
        assertThat(List.of(counted, late))
                .allSatisfy(types -> assertThat(types).isEqualTo(EnumSet.allOf(EventType.class)));
    }

    private void live(int seed) {
        Interleaving log = new Interleaving(seed);
        PlainTicket plain = new PlainTicket();
        TicketState folded = TicketState.unseen();
        int length = SHORTEST + new Random(seed).nextInt(MORE);
        for (int position = 1; position <= length; position++) {
            Event event = log.next(plain);
            String where = "seed " + seed + ", event " + position + ", " + event.type() + " in " + plain.state;
            folded = both(where, folded, plain, event);
            moves(where, folded, plain.copy());
        }
        comesToAnEnd("seed " + seed + " at last", folded, plain);
    }

    private TicketState both(String where, TicketState folded, PlainTicket plain, Event event) {
        reached.add(plain.state);
        Step step = Fold.apply(folded, event);
        boolean counts = plain.hear(event);
        assertThat(step.verdict()).as(where).isEqualTo(counts ? Verdict.APPLIED : Verdict.LATE);
        assertThat(Picture.of(step.after())).as(where).isEqualTo(Picture.of(plain));
        assertThat(step.after().seen()).as(where).isEqualTo(folded.seen() + 1);
        assertThat(step.after().late()).as(where).isEqualTo(folded.late() + (counts ? 0 : 1));
        (counts ? counted : late).add(event.type());
        return step.after();
    }

    /** Somebody has the ticket, and what that one would do next counts. */
    private static void moves(String where, TicketState folded, PlainTicket plain) {
        if (!over(plain) && !plain.state.equals("UNSEEN")) {
            assertThat(Onward.owner(plain))
                    .as(where + ": owner in " + plain.state)
                    .isNotBlank();
            Step next = Fold.apply(folded, Onward.next(plain));
            assertThat(next.verdict())
                    .as("%s: next step in %s: %s", where, plain.state, next.why())
                    .isEqualTo(Verdict.APPLIED);
        }
    }

    private void comesToAnEnd(String where, TicketState folded, PlainTicket plain) {
        for (int step = 0; step < STEPS_TO_AN_END && !over(plain) && !plain.state.equals("UNSEEN"); step++) {
            folded = both(where, folded, plain, Onward.next(plain));
        }
        assertThat(over(plain) || plain.state.equals("UNSEEN"))
                .as("%s: over, not %s", where, plain.state)
                .isTrue();
    }

    private static boolean over(PlainTicket plain) {
        return PlainTicket.FINAL.contains(plain.state);
    }
}
