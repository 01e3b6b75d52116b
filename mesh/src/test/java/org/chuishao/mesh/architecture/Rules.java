package org.chuishao.mesh.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import org.chuishao.mesh.event.EventJson;
import org.chuishao.testkit.architecture.ServiceRules;

/** What holds in the mesh beside the rules of all services: events and fold are plain values. */
final class Rules {

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
                    call -> ServiceRules.readsMachineClock(call.getTarget())
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

    private Rules() {}
}
