package org.chuishao.bench.warnings.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.chuishao.bench.warnings.world.Complaint;
import org.chuishao.bench.warnings.world.Course;
import org.chuishao.bench.warnings.world.Pen;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.Step;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.routing.category.ShippedTaxonomy;
import org.chuishao.testkit.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifeTest {

    private static final Instant AT = Instant.parse("2025-08-05T01:10:00Z");
    private static final String COMMUNITY = "210102001002";

    private final Orders orders = new Orders(ShippedTaxonomy.read(), Seals.of(Secrets.fresh()));
    private final Pen pen = new Pen(new SplittableRandom(5));

    @ParameterizedTest
    @EnumSource(Course.class)
    void every_event_counts_comes_in_order_and_is_over_in_time(Course course) {
        Complaint complaint = complaint(course);

        List<Event> events = Life.of(complaint, orders);

        assertThat(events.stream().map(Event::at)).isSorted().first().isEqualTo(AT);
        assertThat(events.get(events.size() - 1).at()).isBefore(complaint.over());
        assertThat(events.stream().map(Event::id)).doesNotHaveDuplicates();
        assertThat(end(events).late()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "LEFT, PENDING_SIGN, 0",
        "WITHDRAWN_AT_ONCE, WITHDRAWN, 0",
        "WITHDRAWN, WITHDRAWN, 0",
        "EXPLAINED, CLOSED, 0",
        "SOLVED, CLOSED, 0",
        "REWORKED_ONCE, CLOSED, 1",
        "REWORKED_TWICE, REWORK, 2"
    })
    void a_life_ends_where_its_course_leads(Course course, State state, int reworks) {
        TicketState end = end(Life.of(complaint(course), orders));

        assertThat(end.state()).isEqualTo(state);
        assertThat(end.reworks()).isEqualTo(reworks);
        assertThat(end.region()).isEqualTo(COMMUNITY);
    }

    @Test
    void the_same_complaint_has_the_same_life() {
        Complaint complaint = complaint(Course.REWORKED_ONCE);

        List<Event> again = Life.of(complaint, orders);

        assertThat(Life.of(complaint, orders))
                .extracting(Event::id)
                .isEqualTo(again.stream().map(Event::id).toList());
    }

    private Complaint complaint(Course course) {
        return pen.write(AT, pen.stranger(), COMMUNITY, "WATER_OFF.BURST_MAIN", "停水", "水管爆了", course);
    }

    private static TicketState end(List<Event> events) {
        TicketState state = TicketState.unseen();
        for (Event event : events) {
            assertThat(event.basedOn()).isEqualTo(state.seen());
            Step step = Fold.apply(state, event);
            assertThat(step.why()).as("%s", event.type()).isNull();
            state = step.after();
        }
        return state;
    }
}
