package org.chuishao.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What holds in each service, for {@code @ArchTest static final ArchTests SHARED = ArchTests.in(ServiceRules.class)}.
 * Frameworks are named by strings: this module does not depend on them.
 */
public final class ServiceRules {

    private static final Set<String> TIMES =
            Set.of("Instant", "LocalDate", "LocalDateTime", "LocalTime", "OffsetDateTime", "ZonedDateTime", "Year");

    private static final DescribedPredicate<JavaMethodCall> A_CLOCK_OF_THE_MACHINE =
            describe("the machine's clock", call -> readsMachineClock(call.getTarget()));

    private static final DescribedPredicate<JavaClass> A_VALUE =
            describe("a value", type -> type.isRecord() || type.isEnum());

    private static final DescribedPredicate<JavaClass> A_BEAN = describe(
            "a bean",
            type -> Stream.of("ApplicationScoped", "RequestScoped", "Dependent")
                            .anyMatch(scope -> type.isAnnotatedWith("jakarta.enterprise.context." + scope))
                    || type.isAnnotatedWith("jakarta.inject.Singleton")
                    || type.isAnnotatedWith("jakarta.ws.rs.Path"));

    private static final DescribedPredicate<JavaMethod> TELL_WHO_MAY =
            describe("annotated with who may call them", method -> Stream.of(
                            "jakarta.annotation.security.RolesAllowed",
                            "jakarta.annotation.security.PermitAll",
                            "jakarta.annotation.security.DenyAll",
                            "io.quarkus.security.Authenticated")
                    .anyMatch(name ->
                            method.isAnnotatedWith(name) || method.getOwner().isAnnotatedWith(name)));

    @ArchTest
    public static final ArchRule TIME_COMES_FROM_AN_INJECTED_CLOCK = noClasses()
            .should()
            .callMethodWhere(A_CLOCK_OF_THE_MACHINE)
            .because("limits run on the database's clock, which tests shift");

    @ArchTest
    public static final ArchRule VALUES_NEITHER_WAIT_NOR_STORE = noClasses()
            .that(A_VALUE)
            .and(DescribedPredicate.not(A_BEAN))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "io.smallrye.mutiny..",
                    "io.quarkus..",
                    "org.hibernate..",
                    "jakarta.persistence..",
                    "jakarta.enterprise..",
                    "jakarta.inject.."))
            .because("the domain decides at once and without I/O; the edge waits");

    @ArchTest
    public static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().matching("org.chuishao.(**)")
            .should()
            .beFreeOfCycles()
            .because("a feature that can be read by itself can be changed by itself");

    @ArchTest
    public static final ArchRule ENDPOINTS_SAY_WHO_MAY_CALL_THEM = methods()
            .that(metaAnnotatedWith("jakarta.ws.rs.HttpMethod"))
            .should(be(TELL_WHO_MAY))
            .because("an endpoint without roles is closed, and path permissions are not used");

    @ArchTest
    public static final ArchRule ENDPOINTS_ARE_PUBLIC = methods()
            .that(annotatedWith("jakarta.ws.rs.Path").or(metaAnnotatedWith("jakarta.ws.rs.HttpMethod")))
            .should()
            .bePublic()
            .because("Quarkus leaves out others without a word, and they answer 404");

    private ServiceRules() {}

    /** True for {@code Instant.now()} and the like; false where a clock is handed in. */
    public static boolean readsMachineClock(MethodCallTarget target) {
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
