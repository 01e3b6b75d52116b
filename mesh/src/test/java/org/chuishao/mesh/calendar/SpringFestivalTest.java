package org.chuishao.mesh.calendar;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.chuishao.mesh.event.Severity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * An ordinary complaint of Friday 2026-02-13 16:00. 2/15 to 2/23 are off, the Saturdays 2/14 and 2/28 are worked:
 * every limit, to the minute.
 */
class SpringFestivalTest {

    private static final Instant FRIDAY = Beijing.at("2026-02-13 16:00");
    private static final LocalDateTime DAY = LocalDateTime.parse("2026-02-13T16:00");
    private static final String PLACE = "210102001002";

    private static final List<Row> ROWS = List.of(
            new Row(Act.TRANSFER_RECEIPT, "3min", "2026-02-13 16:03"),
            new Row(Act.ACCEPT, "2h", "2026-02-13 18:00"),
            new Row(Act.DISPATCH, "2h", "2026-02-13 18:00"),
            new Row(Act.SIGN, "2wh", "2026-02-14 09:00"),
            new Row(Act.CONTACT, "24h", "2026-02-14 16:00"),
            new Row(Act.VERIFY, "1wd", "2026-02-14 16:00"),
            new Row(Act.SIGN_HARD, "1wd", "2026-02-14 16:00"),
            new Row(Act.RETURN, "1wd", "2026-02-14 16:00"),
            new Row(Act.ADJUDICATE, "1wd", "2026-02-14 16:00"),
            new Row(Act.REVIEW, "1wd", "2026-02-14 16:00"),
            new Row(Act.RETURN_HARD, "2wd", "2026-02-24 16:00"),
            new Row(Act.CONFERENCE, "2wd", "2026-02-24 16:00"),
            new Row(Act.SUPPLEMENT, "3wd", "2026-02-25 16:00"),
            new Row(Act.CALLBACK, "3wd", "2026-02-25 16:00"),
            new Row(Act.REWORK, "3wd", "2026-02-25 16:00"),
            new Row(Act.RESOLVE, "5wd", "2026-02-27 16:00"),
            new Row(Act.CITIZEN, "5wd", "2026-02-27 16:00"),
            new Row(Act.REOPEN_WINDOW, "15d", "2026-02-28 16:00"),
            new Row(Act.EXTENSION, "10wd", "2026-03-05 16:00"),
            new Row(Act.SUSPENSION, "30d", "2026-03-15 16:00"),
            new Row(Act.MEDIATION_REVISIT, "30d", "2026-03-15 16:00"));
    private static final List<Row> COORDINATION = List.of(
            new Row(Act.WHISTLE_SIGN, "1h", "2026-02-13 17:00"),
            new Row(Act.WHISTLE_CONFIRM, "4wh", "2026-02-14 11:00"),
            new Row(Act.WHISTLE_CONTACT, "24h", "2026-02-14 16:00"),
            new Row(Act.WHISTLE_OBJECTION, "1wd", "2026-02-14 16:00"),
            new Row(Act.WHISTLE_ABSENT, "1wd", "2026-02-14 16:00"),
            new Row(Act.WHISTLE_ARRIVE, "3wd", "2026-02-25 16:00"),
            new Row(Act.WHISTLE_CLOSE, "10wd", "2026-03-05 16:00"));

    private final WorkCalendar calendar = WorkCalendar.shipped();
    private final ClockRules rules = ClockRules.shipped();

    private record Row(Act act, String limit, String due) {}

    @TestFactory
    Stream<DynamicTest> is_due() {
        return ROWS.stream().map(row -> shows(row, "HEATING_SERVICE"));
    }

    @TestFactory
    Stream<DynamicTest> with_its_whistle_is_due() {
        return COORDINATION.stream().map(row -> shows(row, "COORDINATION"));
    }

    @Test
    void every_act_has_a_limit_but_those_of_other_levels_or_whistles_and_the_share_that_the_blower_bounds() {
        assertThat(Stream.concat(ROWS.stream(), COORDINATION.stream())
                        .map(Row::act)
                        .collect(toSet()))
                .isEqualTo(EnumSet.complementOf(
                        EnumSet.of(Act.ARRIVE, Act.DESK_CALL, Act.WHISTLE_SHARE, Act.WHISTLE_REPORT)));
        for (Act act : List.of(Act.ARRIVE, Act.DESK_CALL, Act.WHISTLE_SHARE)) {
            assertThat(rules.find(act, Severity.ORDINARY, PLACE, null, DAY)).isEmpty();
        }
        assertThat(rules.find(Act.WHISTLE_REPORT, Severity.ORDINARY, PLACE, "COORDINATION", DAY))
                .isEmpty();
    }

    @Test
    void its_yellow_lights_go_on_while_somebody_works() {
        assertThat(yellow(Act.SIGN)).isEqualTo("2026-02-14 08:36");
        assertThat(yellow(Act.SIGN_HARD)).isEqualTo("2026-02-14 14:24");
        assertThat(yellow(Act.RESOLVE)).isEqualTo("2026-02-27 11:00");
        assertThat(yellow(Act.CONTACT)).isEqualTo("2026-02-14 12:00");
    }

    @Test
    void the_levels_differ() {
        assertThat(due(Act.DISPATCH, Severity.CRITICAL)).isEqualTo("2026-02-13 16:02");
        assertThat(due(Act.DESK_CALL, Severity.CRITICAL)).isEqualTo("2026-02-13 16:02");
        assertThat(due(Act.ADJUDICATE, Severity.CRITICAL)).isEqualTo("2026-02-13 16:10");
        assertThat(due(Act.SIGN, Severity.CRITICAL)).isEqualTo("2026-02-13 16:10");
        assertThat(due(Act.ARRIVE, Severity.CRITICAL)).isEqualTo("2026-02-13 16:30");
        assertThat(due(Act.RESOLVE, Severity.CRITICAL)).isEqualTo("2026-02-13 18:00");
        assertThat(due(Act.DISPATCH, Severity.URGENT)).isEqualTo("2026-02-13 16:10");
        assertThat(due(Act.VERIFY, Severity.URGENT)).isEqualTo("2026-02-13 18:00");
        assertThat(due(Act.SIGN, Severity.URGENT)).isEqualTo("2026-02-13 16:30");
        assertThat(due(Act.CONTACT, Severity.URGENT)).isEqualTo("2026-02-13 17:00");
        assertThat(due(Act.RESOLVE, Severity.URGENT)).isEqualTo("2026-02-14 16:00");
        assertThat(due(Act.RESOLVE, Severity.INQUIRY)).isEqualTo("2026-02-14 16:00");
        assertThat(due(Act.RESOLVE, Severity.SUGGESTION)).isEqualTo("2026-03-05 16:00");
        assertThat(due(Act.RESOLVE, Severity.COMPLEX)).isEqualTo("2026-03-12 16:00");
        assertThat(due(Act.RESOLVE, Severity.PROMISED)).isEqualTo("2026-11-13 16:00");
        assertThat(rules.find(Act.RESOLVE, Severity.STATUTORY, PLACE, null, DAY))
                .as("the law's own")
                .isEmpty();
    }

    private DynamicTest shows(Row row, String category) {
        return DynamicTest.dynamicTest(row.act() + " at " + row.due(), () -> {
            ClockRule rule = rules.find(row.act(), Severity.ORDINARY, PLACE, category, DAY)
                    .orElseThrow();
            assertThat(rule.limit()).hasToString(row.limit());
            Due due = calendar.due(FRIDAY, rule.limit(), rule.start());
            assertThat(Beijing.text(due)).isEqualTo(row.due());
            assertThat(due.provisional()).isFalse();
            assertThat(due.calendarVersion()).isEqualTo(calendar.version());
        });
    }

    private String due(Act act, Severity severity) {
        ClockRule rule = rules.find(act, severity, PLACE, null, DAY).orElseThrow();
        return Beijing.text(calendar.due(FRIDAY, rule.limit(), rule.start()));
    }

    private String yellow(Act act) {
        ClockRule rule = ordinary(act);
        Due due = calendar.due(FRIDAY, rule.limit(), rule.start());
        return Beijing.text(calendar.approaching(FRIDAY, due, rule.limit().unit()));
    }

    private ClockRule ordinary(Act act) {
        return rules.find(act, Severity.ORDINARY, PLACE, "HEATING_SERVICE", DAY).orElseThrow();
    }
}
