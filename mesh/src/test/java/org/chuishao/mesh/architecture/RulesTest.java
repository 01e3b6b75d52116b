package org.chuishao.mesh.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chuishao.mesh.architecture.violation.EndpointForAnybody;
import org.chuishao.mesh.architecture.violation.EndpointForNobody;
import org.chuishao.mesh.architecture.violation.ValueThatWaits;
import org.chuishao.mesh.architecture.violation.egg.Egg;
import org.chuishao.mesh.architecture.violation.hen.Hen;
import org.chuishao.mesh.event.violation.EventThatWritesItself;
import org.chuishao.mesh.fold.violation.FoldByTheClock;
import org.chuishao.mesh.fold.violation.FoldInAStream;
import org.chuishao.testkit.architecture.ServiceRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The mesh keeps its rules, and each rule catches what it is there for. */
class RulesTest {

    /** Each rule with classes, in the test sources, that break it on purpose. */
    private static final Map<ArchRule, List<Class<?>>> BROKEN_BY = Map.of(
            Rules.THE_FOLD_IS_PLAIN_JAVA, List.of(FoldInAStream.class),
            Rules.THE_FOLD_READS_NO_CLOCK_CHANCE_OR_SETTING, List.of(FoldByTheClock.class),
            Rules.EVENTS_ARE_PLAIN_VALUES, List.of(EventThatWritesItself.class),
            ServiceRules.TIME_COMES_FROM_AN_INJECTED_CLOCK, List.of(FoldByTheClock.class),
            ServiceRules.VALUES_NEITHER_WAIT_NOR_STORE, List.of(ValueThatWaits.class),
            ServiceRules.PACKAGES_FORM_NO_CYCLE, List.of(Hen.class, Egg.class),
            ServiceRules.ENDPOINTS_SAY_WHO_MAY_CALL_THEM, List.of(EndpointForAnybody.class),
            ServiceRules.ENDPOINTS_ARE_PUBLIC, List.of(EndpointForNobody.class));

    private static final JavaClasses MESH = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.chuishao.mesh");

    @TestFactory
    Stream<DynamicTest> the_mesh_keeps() {
        return BROKEN_BY.keySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(MESH)));
    }

    @TestFactory
    Stream<DynamicTest> a_deliberate_violation_is_caught_by() {
        return BROKEN_BY.entrySet().stream()
                .map(broken -> DynamicTest.dynamicTest(broken.getKey().getDescription(), () -> {
                    JavaClasses violation = new ClassFileImporter().importClasses(broken.getValue());
                    assertThatThrownBy(() -> broken.getKey().check(violation))
                            .isInstanceOf(AssertionError.class)
                            .hasMessageContaining(broken.getValue().get(0).getSimpleName());
                }));
    }
}
