package org.chuishao.routing.revision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.routing.catalogue.Entry;
import org.chuishao.routing.catalogue.RuleBook;
import org.chuishao.routing.catalogue.RuleVersion.Sort;
import org.chuishao.routing.revision.RuleFile.Form;
import org.junit.jupiter.api.Test;

/** What a file of rules would change, held against the shipped rules. */
class ProposedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final String CATALOGUE =
            "category,region,lead,level,assisting,copies,byItself,validFrom,validTo,basis\n";
    private static final String CATEGORIES = "code,parent,line,zh,en,severity,kind,keyAreas,gridEvent,words\n";
    private static final Map<String, Unit> UNITS = Map.of(
            "U-HEATING-CO-210102",
            new Unit("U-HEATING-CO-210102", "x", UnitKind.COMPANY, "HEATING", 3, "210102", null, true));

    private RuleBook book = RuleBook.shipped();

    @Test
    void a_change_is_a_new_version_and_the_old_one_is_found_at_its_date() {
        book = propose(Sort.CATALOGUE, CATALOGUE + "NOISE,2101,U-TERR-{county},,,,yes,2026-12-10,,试行\n")
                .book();

        assertThat(lead("NOISE", "210102001", TODAY)).contains("{territory}");
        assertThat(lead("NOISE", "210102001", LocalDate.of(2026, 12, 10))).contains("U-TERR-{county}");
        assertThat(lead("NOISE", "210211001", LocalDate.of(2026, 12, 10))).contains("{territory}");
    }

    @Test
    void an_ended_entry_leaves_the_larger_region_to_hold_again() {
        book = propose(Sort.CATALOGUE, CATALOGUE + "NOISE,2101,U-TERR-{county},,,,yes,2026-12-01,,试行\n")
                .book();
        book = propose(Sort.CATALOGUE, CATALOGUE + "NOISE,2101,-,,,,yes,2026-12-20,,结束\n")
                .book();

        assertThat(lead("NOISE", "210102", LocalDate.of(2026, 12, 19))).contains("U-TERR-{county}");
        assertThat(lead("NOISE", "210102", LocalDate.of(2026, 12, 20))).contains("{territory}");
    }

    @Test
    void what_goes_out_comes_in_again_and_changes_nothing() {
        for (Sort sort : Sort.values()) {
            for (Form form : Form.values()) {
                String file = RuleFile.write(form, sort.columns(), sort.rows(book.on(TODAY)));
                Proposed same = Proposed.of(
                        sort, RuleFile.read(file.getBytes(UTF_8), form, sort.columns()), TODAY, ground("21"));

                assertThat(same.fresh()).as(sort + " " + form).isEmpty();
                assertThat(same.rows()).as(sort + " " + form).isPositive();
            }
        }
    }

    @Test
    void a_departments_duty_is_not_given_to_the_base_level() {
        assertThat(errors("HEATING_OFF,2101,{territory},,,,yes,2026-12-01,,x"))
                .containsEntry("lines[2]", "gives a department's duty to the base level");
        assertThat(
                        errors(
                                "HEATING_OFF.HEATING_PIPE_LEAKS,2101,U-HEATING-CO-{county},,U-TERR-210102001,,yes,2026-12-01,,x"))
                .containsEntry("lines[2]", "gives a department's duty to the base level");
        assertThat(errors("HEATING_OFF,2101,U-TERR-{county},,,{territory},yes,2026-12-01,,x"))
                .isEmpty();
    }

    @Test
    void all_wrong_lines_are_named_and_nothing_is_taken_over() {
        assertThat(errors("NOISE,2101,{territory},,,,yes,2026-11-29,,x\n"
                        + "NOISE,2102,{territory},,,,maybe,2026-12-01,,x\n"
                        + "NOISE,2103,{territory},,,,yes,2026-12-01,2026-12-01,x\n"
                        + "NOISE,2101,U-NOBODY-210102,,,,yes,2026-12-01,,x\n"
                        + "NOISE,2102,U-HEATING-CO-210102,,,,yes,2026-12-01,,x\n"
                        + "NOISE,2104,{territory},,,,yes,2026-12-02,,x\n"
                        + "NOISE,2104,{territory},,,,no,2026-12-02,,x"))
                .containsOnly(
                        Map.entry("lines[2]", "begins before today"),
                        Map.entry("lines[3]", "column 7 is neither yes nor no"),
                        Map.entry("lines[4]", "column 9 is no day after the first"),
                        Map.entry("lines[5]", "names a unit that there is not"),
                        Map.entry("lines[6]", "names a unit that does not serve the region"),
                        Map.entry("lines[8]", "is there twice"));
        assertThat(errors("NOISE,2101,somebody,,,,yes,2026-12-01,,x")).containsOnlyKeys("lines[2]");
        assertThat(errors("NO_SUCH,2101,{territory},,,,yes,2026-12-01,,x")).containsOnlyKeys("lines[2]");
    }

    @Test
    void what_lies_outside_of_ones_regions_is_refused() {
        Problem refused = catchThrowableOfType(
                Problem.class,
                () -> Proposed.of(
                        Sort.CATALOGUE,
                        rows(Sort.CATALOGUE, CATALOGUE + "NOISE,2102,{territory},,,,yes,2026-12-01,,x"),
                        TODAY,
                        ground("2101")));

        assertThat(refused.errors()).extracting(FieldError::message).containsExactly("lies outside of your regions");
    }

    @Test
    void a_line_with_its_categories_comes_by_data_alone() {
        book = propose(Sort.LINE, "code,zh,en,zhDescription,enDescription\nFORESTRY,林业,Forestry,林木,Woods\n")
                .book();
        book = propose(
                        Sort.CATEGORY,
                        CATEGORIES + "WILD_ANIMALS.BOARS,WILD_ANIMALS,FORESTRY,野猪下山,Wild boars,,HELP,,VILLAGE,野猪\n"
                                + "WILD_ANIMALS,RURAL_AFFAIRS,FORESTRY,野生动物,Wild animals,,HELP,,VILLAGE,野生动物\n")
                .book();
        book = propose(
                        Sort.CATALOGUE,
                        CATALOGUE + "WILD_ANIMALS,21,U-FORESTRY-{county},,,{territory},yes,2026-11-30,,试行\n")
                .book();

        assertThat(book.on(TODAY).taxonomy().path("WILD_ANIMALS.BOARS"))
                .containsExactly("WILD_ANIMALS.BOARS", "WILD_ANIMALS", "RURAL_AFFAIRS");
        assertThat(lead("WILD_ANIMALS.BOARS", "210102001", TODAY)).contains("U-FORESTRY-{county}");
        assertThat(book.on(TODAY.minusDays(1)).taxonomy().category("WILD_ANIMALS"))
                .isEmpty();
    }

    @Test
    void a_row_that_breaks_the_tree_is_named() {
        Problem refused = catchThrowableOfType(
                Problem.class,
                () -> propose(
                        Sort.CATEGORY,
                        CATEGORIES + "NEW_ONE,RURAL_AFFAIRS,,新,New,,,,VILLAGE,\n"
                                + "NEW_TWO,RURAL_AFFAIRS,,新,New,,,,VILLAGE,停电\n"
                                + "NEW_THREE,RURAL_AFFAIRS,,新,New,,,,VILLAGE,\n"));

        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("lines[3]");
    }

    private Proposed propose(Sort sort, String file) {
        return Proposed.of(sort, rows(sort, file), TODAY, ground("21"));
    }

    private Map<String, String> errors(String rows) {
        try {
            propose(Sort.CATALOGUE, CATALOGUE + rows);
            return Map.of();
        } catch (Problem problem) {
            return problem.errors().stream().collect(toMap(FieldError::field, FieldError::message));
        }
    }

    private static List<RuleFile.Numbered> rows(Sort sort, String file) {
        return RuleFile.read(file.getBytes(UTF_8), Form.CSV, sort.columns());
    }

    private Ground ground(String region) {
        return new Ground(book, TODAY, new Scope("ops", "ops", Set.of(region), null, null, null), UNITS::get);
    }

    private Optional<String> lead(String category, String region, LocalDate day) {
        return book.on(day).catalogue().find(category, region, day).map(Entry::lead);
    }
}
