package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.routing.classify.Trial.COMMUNITY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.catalogue.Rules;
import org.chuishao.routing.category.Tsv;
import org.chuishao.routing.classify.Assessment;
import org.chuishao.routing.classify.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each of the first lines, orders in words of citizens reach the right unit's duty desk, with a copy to the territory. */
class SevenLinesTest {

    private static final Rules RULES = Rules.shipped();
    private static final Trial TRIAL = Trial.with(RULES.taxonomy());

    record Order(String line, Kind kind, String lead, String title, String text) {}

    static Stream<Order> orders() {
        List<Order> orders = new ArrayList<>();
        Tsv.read(
                "/routing/seven_lines.tsv",
                5,
                row -> orders.add(
                        new Order(row.text(0), row.value(1, Kind::valueOf), row.text(2), row.text(3), row.text(4))));
        return orders.stream();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void it_reaches_the_right_desk(Order order) {
        Assessment found = TRIAL.assess(order.title(), order.text(), order.kind());
        Matter matter = new Matter(
                found,
                order.kind(),
                false,
                LocalDate.of(2026, 11, 23),
                RULES.conflict(found.category(), order.kind(), order.title() + '\n' + order.text())
                        .orElse(null));

        // every unit of a real county is there
        Outcome outcome = new DispatchRules(RULES, unit -> true).decide(matter);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Dispatch.class, it -> {
            assertThat(it.lead()).as(found.toString()).isEqualTo(order.lead());
            assertThat(it.copies()).containsExactly("U-TERR-" + COMMUNITY);
        });
        assertThat(RULES.taxonomy().category(found.category()).orElseThrow().line())
                .isEqualTo(order.line());
    }

    @Test
    void there_are_five_for_each() {
        Map<String, Integer> count = new TreeMap<>();
        orders().forEach(it -> count.merge(it.line(), 1, Integer::sum));

        assertThat(count)
                .hasSize(7)
                .allSatisfy((line, orders) -> assertThat(orders).as(line).isGreaterThanOrEqualTo(5));
    }
}
