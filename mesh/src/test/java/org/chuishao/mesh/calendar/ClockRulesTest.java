package org.chuishao.mesh.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuishao.mesh.event.Severity;
import org.junit.jupiter.api.Test;

class ClockRulesTest {

    private static final LocalDateTime DAY = LocalDateTime.parse("2026-11-24T10:00");
    private static final LocalDateTime NIGHT = LocalDateTime.parse("2026-11-24T02:00");
    private static final String HEPING = "210102001002";

    @Test
    void the_longest_region_counts_then_the_longest_category_and_last_the_default() {
        ClockRules rules = rules(
                row("default", "SIGN", "URGENT", "-", "-", "-", "30min"),
                row("of-a-matter", "SIGN", "URGENT", "-", "HEATING_OFF", "-", "20min"),
                row("of-matters", "SIGN", "URGENT", "-", "HEATING*", "-", "25min"),
                row("of-the-city", "SIGN", "URGENT", "2101", "-", "-", "15min"),
                row("of-the-county", "SIGN", "URGENT", "210102", "-", "-", "12min"),
                row("of-the-county-and-a-matter", "SIGN", "URGENT", "210102", "HEATING_OFF", "-", "10min"));

        assertThat(sign(rules, HEPING, "HEATING_OFF")).isEqualTo("of-the-county-and-a-matter");
        assertThat(sign(rules, HEPING, "WATER_OFF")).isEqualTo("of-the-county");
        assertThat(sign(rules, HEPING, null)).isEqualTo("of-the-county");
        assertThat(sign(rules, "210103", "HEATING_OFF")).isEqualTo("of-the-city");
        assertThat(sign(rules, "2102", "HEATING_OFF")).isEqualTo("of-a-matter");
        assertThat(sign(rules, "21", "HEATING_SERVICE")).isEqualTo("of-matters");
        assertThat(sign(rules, "21", "WATER_OFF")).isEqualTo("default");
    }

    @Test
    void a_whole_category_goes_before_its_letters_and_a_star() {
        ClockRules rules = rules(
                row("star", "SIGN", "URGENT", "-", "HEATING_OFF*", "-", "20min"),
                row("whole", "SIGN", "URGENT", "-", "HEATING_OFF", "-", "10min"));
        assertThat(sign(rules, "21", "HEATING_OFF")).isEqualTo("whole");
    }

    @Test
    void a_line_has_a_clock_of_its_own_beside_that_of_the_place() {
        ClockRules rules = ClockRules.shipped();
        assertThat(arrive(rules, Severity.CRITICAL, null)).isEqualTo("30min");
        assertThat(arrive(rules, Severity.CRITICAL, "POWER")).isEqualTo("45min");
        assertThat(arrive(rules, Severity.CRITICAL, "GAS")).isEqualTo("1h");
        assertThat(arrive(rules, Severity.URGENT, "WATER")).isEqualTo("60min");
        assertThat(arrive(rules, Severity.CRITICAL, "EDUCATION")).isEqualTo("none");
        assertThat(arrive(rules, Severity.URGENT, null)).isEqualTo("none");
    }

    @Test
    void a_rule_for_a_part_of_the_day_counts_in_it_and_may_pass_midnight() {
        ClockRules rules = ClockRules.shipped();
        assertThat(water(rules, "2026-11-24T21:59:59")).isEqualTo("60min");
        assertThat(water(rules, "2026-11-24T22:00")).isEqualTo("90min");
        assertThat(water(rules, "2026-11-25T05:59:59")).isEqualTo("90min");
        assertThat(water(rules, "2026-11-25T06:00")).isEqualTo("60min");

        ClockRules others = rules(
                row("of-the-city", "SIGN", "URGENT", "2101", "-", "-", "15min"),
                during("22:00-06:00", row("by-night", "SIGN", "URGENT", "-", "-", "-", "40min")),
                during("11:30-13:30", row("by-noon", "SIGN", "URGENT", "-", "-", "-", "20min")));
        assertThat(limit(others.find(Act.SIGN, Severity.URGENT, HEPING, null, NIGHT)))
                .as("the place before the hour")
                .isEqualTo("15min");
        assertThat(limit(others.find(Act.SIGN, Severity.URGENT, "2102", null, NIGHT)))
                .isEqualTo("40min");
        assertThat(limit(others.find(Act.SIGN, Severity.URGENT, "2102", null, DAY)))
                .isEqualTo("none");
    }

    @Test
    void hours_that_meet_are_refused_like_days_that_do() {
        String night = during("22:00-06:00", row("night", "SIGN", "URGENT", "-", "-", "-", "40min"));
        String early = during("05:00-08:00", row("early", "SIGN", "URGENT", "-", "-", "-", "30min"));
        assertThatThrownBy(() -> rules(night, early))
                .hasMessage("table line 2: rule early version 1 is for the same tickets and days as night version 1");
        assertThat(rules(night, early.replace("05:00", "06:00")).rules()).hasSize(2);
        refused("not hours: at night (such as 22:00-06:00)", night.replace("22:00-06:00", "at night"));
        refused("hours from 06:00 to 06:00 are none or all", night.replace("22:00", "06:00"));
    }

    @Test
    void a_county_has_its_own_limit_for_the_country() {
        ClockRules rules = rules(
                row("town", "ARRIVE", "URGENT", "-", "-", "POWER", "45min"),
                row("country", "ARRIVE", "URGENT", "210181", "-", "POWER", "90min"),
                row("remote", "ARRIVE", "URGENT", "210181107", "-", "POWER", "120min"));
        assertThat(power(rules, "210102001")).isEqualTo("45min");
        assertThat(power(rules, "210181100")).isEqualTo("90min");
        assertThat(power(rules, "210181107201")).isEqualTo("120min");
    }

    @Test
    void a_rule_counts_from_its_first_day_until_the_day_that_the_next_one_takes_over() {
        ClockRules rules = ClockRules.read(
                "table",
                row("sign", "SIGN", "URGENT", "-", "-", "-", "30min").replace("2024-01-01\t-", "2024-01-01\t2026-07-01")
                        + row("sign", "SIGN", "URGENT", "-", "-", "-", "20min")
                                .replace("1\t2024-01-01", "2\t2026-07-01"));
        assertThat(sign(rules, LocalDate.parse("2023-12-31"))).isEqualTo("none");
        assertThat(sign(rules, LocalDate.parse("2024-01-01"))).isEqualTo("30min");
        assertThat(sign(rules, LocalDate.parse("2026-06-30"))).isEqualTo("30min");
        assertThat(sign(rules, LocalDate.parse("2026-07-01"))).isEqualTo("20min");
    }

    @Test
    void a_row_for_several_levels_stands_for_a_rule_of_each() {
        assertThat(rules(row("dispatch", "DISPATCH", "INQUIRY ORDINARY", "-", "-", "-", "2h"))
                        .rules())
                .extracting(ClockRule::id)
                .containsExactly("dispatch-inquiry", "dispatch-ordinary");
        assertThat(rules(row("accept", "ACCEPT", "*", "-", "-", "-", "2h")).rules())
                .extracting(ClockRule::severity)
                .containsExactly(Severity.values());
    }

    @Test
    void what_cannot_be_right_is_refused_with_its_line() {
        String good = row("good", "SIGN", "URGENT", "-", "-", "-", "30min");
        refused("unknown act SLEEP", row("a", "SLEEP", "URGENT", "-", "-", "-", "30min"));
        refused("unknown level WARM", row("a", "SIGN", "WARM", "-", "-", "-", "30min"));
        refused(
                "not a limit: soon (such as 10min 24h 2wh 15d 5wd 9months)",
                row("a", "SIGN", "URGENT", "-", "-", "-", "soon"));
        refused(
                "not a limit: 0h (such as 10min 24h 2wh 15d 5wd 9months)",
                row("a", "SIGN", "URGENT", "-", "-", "-", "0h"));
        refused("unknown unit weeks", row("a", "SIGN", "URGENT", "-", "-", "-", "2weeks"));
        refused("not a division code: 2101021", row("a", "SIGN", "URGENT", "2101021", "-", "-", "30min"));
        refused("not a category: 供热", row("a", "SIGN", "URGENT", "-", "供热", "-", "30min"));
        refused("column 1 is empty", row("-", "SIGN", "URGENT", "-", "-", "-", "30min"));
        refused("unknown start rule LATER", good.replace("AT_ONCE", "LATER"));
        refused("neither yes nor no: perhaps", good.replace("\tno\t", "\tperhaps\t"));
        refused("not a day: 1.1.2024", good.replace("2024-01-01", "1.1.2024"));
        refused("not valid on any day from 2024-01-01 until 2024-01-01", good.replace("01\t-", "01\t2024-01-01"));
        refused("13 columns instead of 14", good.replace("\tno\t", "\t"));
        refused(
                "nothing stops the citizen's clock",
                good.replace("SIGN", "CITIZEN").replace("\tno\t", "\tyes\t"));
    }

    @Test
    void two_rules_for_the_same_tickets_on_the_same_day_are_refused() {
        String first = row("first", "SIGN", "*", "2101", "-", "-", "30min");
        assertThatThrownBy(() -> rules(first, row("second", "SIGN", "URGENT", "2101", "-", "-", "20min")))
                .hasMessage(
                        "table line 2: rule second version 1 is for the same tickets and days as first-urgent version 1");
        assertThatThrownBy(() -> rules(first, row("first", "SIGN", "*", "2102", "-", "-", "20min")))
                .hasMessage("table line 2: there is a rule first-critical version 1 already");
        ClockRule rule = rules(first).rules().get(0);
        assertThatThrownBy(() -> ClockRules.of(List.of(rule, rule))).isInstanceOf(IllegalArgumentException.class);
        assertThat(rules(first, row("second", "SIGN", "URGENT", "2101", "-", "HEATING", "20min"))
                        .rules())
                .hasSize(9);
    }

    @Test
    void limits_are_written_as_they_are_read() {
        for (String text : List.of("10min", "24h", "2wh", "15d", "5wd", "9months")) {
            assertThat(Limit.parse(text)).hasToString(text);
        }
        assertThat(Limit.parse("5wd").label()).isEqualTo("5个工作日");
        assertThat(Act.SIGN.label()).isEqualTo("签收");
    }

    @Test
    void each_shipped_rule_tells_its_source() {
        assertThat(ClockRules.shipped().rules()).isNotEmpty().allSatisfy(rule -> assertThat(rule.source())
                .containsAnyOf("已公布指标", "本系统缺省"));
    }

    private static void refused(String why, String row) {
        String remark = "# a remark\n\n";
        assertThatThrownBy(() -> ClockRules.read("table", remark + row))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("table line 3: " + why);
    }

    private static ClockRules rules(String... rows) {
        return ClockRules.read("table", String.join("", rows));
    }

    private static String row(
            String id, String act, String levels, String region, String category, String line, String limit) {
        return Stream.of(
                                id,
                                act,
                                levels,
                                region,
                                category,
                                line,
                                "-",
                                limit,
                                "AT_ONCE",
                                "no",
                                "1",
                                "2024-01-01",
                                "-",
                                "本系统缺省")
                        .reduce((before, field) -> before + "\t" + field)
                        .orElseThrow()
                + "\n";
    }

    private static String sign(ClockRules rules, String region, String category) {
        return rules.find(Act.SIGN, Severity.URGENT, region, category, DAY)
                .map(ClockRule::id)
                .orElse("none");
    }

    private static String sign(ClockRules rules, LocalDate day) {
        return limit(rules.find(Act.SIGN, Severity.URGENT, HEPING, null, day.atTime(10, 0)));
    }

    private static String arrive(ClockRules rules, Severity severity, String line) {
        return limit(rules.find(Act.ARRIVE, severity, HEPING, null, line, DAY));
    }

    private static String water(ClockRules rules, String time) {
        return limit(rules.find(Act.ARRIVE, Severity.URGENT, HEPING, null, "WATER", LocalDateTime.parse(time)));
    }

    private static String power(ClockRules rules, String region) {
        return limit(rules.find(Act.ARRIVE, Severity.URGENT, region, null, "POWER", DAY));
    }

    private static String during(String hours, String row) {
        String[] fields = row.split("\t", -1);
        fields[6] = hours;
        return String.join("\t", fields);
    }

    private static String limit(Optional<ClockRule> rule) {
        return rule.map(it -> it.limit().toString()).orElse("none");
    }
}
