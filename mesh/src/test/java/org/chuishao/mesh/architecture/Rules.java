package org.chuishao.mesh.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import org.chuishao.mesh.event.EventJson;

/** What holds in the mesh, as rules that a build checks. */
final class Rules {

    private static final Set<String> TIMES =
            Set.of("Instant", "LocalDate", "LocalDateTime", "LocalTime", "OffsetDateTime", "ZonedDateTime", "Year");

    private static final DescribedPredicate<JavaMethodCall> A_CLOCK_OF_THE_MACHINE =
            describe("the machine's clock", call -> readsMachineClock(call.getTarget()));

    static final ArchRule THE_FOLD_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("..mesh.fold..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "org.chuishao.mesh.event..",
                    "org.chuishao.mesh.fold..",
                    "org.jspecify.."))
            .because("the same fold runs in every service, over values and without I/O");

    static final ArchRule THE_FOLD_READS_NO_CLOCK_CHANCE_OR_SETTING = noClasses()
            .that()
            .resideInAPackage("..mesh.fold..")
            .should()
            .dependOnClassesThat(type(Clock.class).or(type(Random.class)))
            .orShould()
            .callMethodWhere(describe(
                    "time, chance or settings",
                    call -> readsMachineClock(call.getTarget())
                            || call.getTargetOwner().isEquivalentTo(System.class)
                            || call.getTarget().getName().startsWith("random")))
            .because("whoever reads the same log comes to the same state");

    static final ArchRule EVENTS_ARE_PLAIN_VALUES = classes()
            .that()
            .resideInAPackage("..mesh.event..")
            .and()
            .doNotBelongToAnyOf(EventJson.class)
            .and()
            .haveSimpleNameNotEndingWith("RequiredUnlessNullable")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "org.chuishao.mesh.event..",
                    "org.jspecify..",
                    "com.fasterxml.jackson.annotation.."))
            .because("JSON is made of them at one door, EventJson, and nothing else is");

    static final ArchRule TIME_COMES_FROM_AN_INJECTED_CLOCK = noClasses()
            .should()
            .callMethodWhere(A_CLOCK_OF_THE_MACHINE)
            .because("limits run on the database's clock, which tests shift");

    private Rules() {}

    private static boolean readsMachineClock(MethodCallTarget target) {
        String owner = target.getOwner().getSimpleName();
        return switch (target.getName()) {
            case "currentTimeMillis" -> target.getOwner().isEquivalentTo(System.class);
            case "now" ->
                TIMES.contains(owner)
                        && target.getRawParameterTypes().stream().noneMatch(it -> it.isEquivalentTo(Clock.class));
            default -> false;
        };
    }
}
