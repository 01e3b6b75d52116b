package org.chuishao.mesh.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.chuishao.mesh.event.violation.EventThatWritesItself;
import org.chuishao.mesh.fold.violation.FoldByTheClock;
import org.chuishao.mesh.fold.violation.FoldInAStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The mesh keeps its rules, and each rule catches what it is there for. */
class RulesTest {

    /** Each rule with a class, in the test sources, that breaks it on purpose. */
    private static final Map<ArchRule, Class<?>> BROKEN_BY = Map.of(
            Rules.THE_FOLD_IS_PLAIN_JAVA, FoldInAStream.class,
            Rules.THE_FOLD_READS_NO_CLOCK_CHANCE_OR_SETTING, FoldByTheClock.class,
            Rules.EVENTS_ARE_PLAIN_VALUES, EventThatWritesItself.class,
            Rules.TIME_COMES_FROM_AN_INJECTED_CLOCK, FoldByTheClock.class);

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
                            .hasMessageContaining(broken.getValue().getSimpleName());
                }));
    }
}
