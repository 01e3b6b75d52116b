package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ObjectAssert;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.chuishao.routing.catalogue.Rules;
import org.chuishao.routing.classify.Assessment;
import org.junit.jupiter.api.Test;

class DispatchRulesTest {

    private static final String COMMUNITY = "210102001002";
    private static final Set<String> UNITS = Set.of(
            "U-HEATING-CO-210102",
            "U-GAS-CO-210102",
            "U-GAS-210103",
            "U-GAS-2101",
            "U-EDUCATION-210102",
            "U-PROPERTY-210102",
            "U-PROPERTY-CO-210102",
            "U-PUBLIC_SECURITY-2101",
            "U-PUBLIC_SECURITY-21",
            "U-TERR-210102001002",
            "U-TERR-210102001",
            "U-TERR-210102",
            "U-TERR-210103");

    private final DispatchRules rules = new DispatchRules(Rules.shipped(), UNITS::contains);

    @Test
    void an_industry_line_goes_to_the_countys_company_with_a_copy_to_the_territory() {
        assertDispatched(matter("HEATING_OFF", COMMUNITY)).satisfies(it -> {
            assertThat(it.lead()).isEqualTo("U-HEATING-CO-210102");
            assertThat(it.copies()).containsExactly("U-TERR-210102001002");
        });
    }

    @Test
    void schools_go_to_the_countys_bureau() {
        assertDispatched(matter("SCHOOLS", COMMUNITY))
                .extracting(Outcome.Dispatch::lead)
                .isEqualTo("U-EDUCATION-210102");
    }

    @Test
    void a_matter_of_the_territory_goes_to_the_smallest_known() {
        assertThat(lead(matter("NOISE", COMMUNITY))).isEqualTo("U-TERR-210102001002");
        assertThat(lead(matter("NOISE", "210102001"))).isEqualTo("U-TERR-210102001");
        assertThat(lead(matter("NOISE", "210102"))).isEqualTo("U-TERR-210102");
        assertThat(lead(matter("NOISE", COMMUNITY + "101"))).isEqualTo("U-TERR-210102001002");
    }

    @Test
    void a_departments_duty_and_what_is_not_clear_stay_with_the_county() {
        assertThat(lead(matter("MEDICAL_INSURANCE", COMMUNITY))).isEqualTo("U-TERR-210102");
        Assessment unclear = assessment("NOISE", Severity.ORDINARY, COMMUNITY, false, false);
        assertThat(lead(new Matter(unclear, Kind.COMPLAINT, false, LocalDate.of(2026, 11, 23))))
                .isEqualTo("U-TERR-210102");
    }

    @Test
    void a_missing_company_is_replaced_by_its_bureau_and_then_by_the_territory() {
        assertThat(lead(matter("GAS_OFF", "210103"))).isEqualTo("U-GAS-210103");
        assertThat(lead(matter("HEATING_OFF", "210103"))).isEqualTo("U-TERR-210103");
    }

    @Test
    void a_departments_duty_never_falls_to_the_base_level_where_the_department_is_missing() {
        assertThat(lead(matter("HEATING_OFF", "210103002001"))).isEqualTo("U-TERR-210103");
    }

    @Test
    void a_leaf_goes_where_its_category_goes() {
        assertThat(lead(matter("HEATING_OFF.HEATING_PIPE_LEAKS", COMMUNITY))).isEqualTo("U-HEATING-CO-210102");
    }

    @Test
    void a_complaint_about_the_estates_manager_goes_to_his_bureau_and_no_word_of_it_to_him() {
        assertDispatched(about("PROPERTY_SERVICE", Kind.COMPLAINT, "物业公司乱收费，还威胁业主"))
                .satisfies(it -> {
                    assertThat(it.lead()).isEqualTo("U-PROPERTY-210102");
                    assertThat(it.assisting()).isEmpty();
                    assertThat(it.copies()).containsExactly("U-TERR-210102001002");
                    assertThat(it.basis()).contains("利益回避");
                });
        assertThat(lead(about("PROPERTY_SERVICE", Kind.HELP, "电梯坏了，物业公司电话多少"))).isEqualTo("U-PROPERTY-CO-210102");
        assertThat(lead(about("PROPERTY_SERVICE", Kind.COMPLAINT, "楼道灯坏了三天"))).isEqualTo("U-PROPERTY-CO-210102");
        assertThat(lead(about("HEATING_OFF", Kind.COMPLAINT, "物业公司不管，家里不热"))).isEqualTo("U-HEATING-CO-210102");
    }

    private static Matter about(String category, Kind kind, String text) {
        return new Matter(
                assessment(category, Severity.ORDINARY, COMMUNITY, true, false),
                kind,
                false,
                LocalDate.of(2026, 11, 23),
                Rules.shipped().conflict(category, kind, text).orElse(null));
    }

    @Test
    void without_a_county_a_dispatcher_decides() {
        assertQueued(matter("HEATING_OFF", "2101")).contains("区县不明");
        assertQueued(matter("NOISE", "21")).contains("区县不明");
    }

    @Test
    void reports_secret_tickets_and_safety_matters_are_never_dispatched_by_themselves() {
        Assessment plain = assessment("NOISE", Severity.ORDINARY, COMMUNITY, true, false);
        Assessment safety = assessment("NOISE", Severity.ORDINARY, COMMUNITY, true, true);
        LocalDate day = LocalDate.of(2026, 11, 23);

        assertQueued(new Matter(plain, Kind.REPORT, false, day)).contains("举报");
        assertQueued(new Matter(plain, Kind.HELP, true, day)).contains("保密");
        assertQueued(new Matter(safety, Kind.HELP, false, day)).contains("涉险");
    }

    @Test
    void danger_to_life_goes_to_the_smallest_desk_whatever_the_ticket_and_the_crew_comes_too() {
        Assessment danger = assessment("GAS_SERVICE", Severity.CRITICAL, COMMUNITY, true, true);

        assertDispatched(new Matter(danger, Kind.REPORT, true, LocalDate.of(2026, 11, 23)))
                .satisfies(it -> {
                    assertThat(it.lead()).isEqualTo("U-TERR-210102001002");
                    assertThat(it.assisting()).containsExactly("U-GAS-CO-210102");
                });
    }

    @Test
    void danger_to_life_without_a_county_goes_to_the_lines_bureau_or_the_police() {
        assertThat(lead(critical("GAS_SERVICE", "2101"))).isEqualTo("U-GAS-2101");
        assertThat(lead(critical("SAFETY_HAZARD", "2101"))).isEqualTo("U-PUBLIC_SECURITY-2101");
        assertThat(lead(critical("SAFETY_HAZARD", "21"))).isEqualTo("U-PUBLIC_SECURITY-21");
    }

    private String lead(Matter matter) {
        return assertDispatched(matter).actual().lead();
    }

    private ObjectAssert<Outcome.Dispatch> assertDispatched(Matter matter) {
        return assertThat(rules.decide(matter)).asInstanceOf(type(Outcome.Dispatch.class));
    }

    private org.assertj.core.api.AbstractStringAssert<?> assertQueued(Matter matter) {
        return assertThat(assertThat(rules.decide(matter))
                .asInstanceOf(type(Outcome.Queue.class))
                .actual()
                .basis());
    }

    private static Matter matter(String category, String region) {
        return new Matter(
                assessment(category, Severity.ORDINARY, region, true, false),
                Kind.COMPLAINT,
                false,
                LocalDate.of(2026, 11, 23));
    }

    private static Matter critical(String category, String region) {
        return new Matter(
                assessment(category, Severity.CRITICAL, region, true, false),
                Kind.HELP,
                false,
                LocalDate.of(2026, 11, 23));
    }

    private static Assessment assessment(
            String category, Severity severity, String region, boolean clear, boolean safety) {
        return new Assessment(severity, category, 0.9, clear, safety, "test", region, List.of());
    }
}
