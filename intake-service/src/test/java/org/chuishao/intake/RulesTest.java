package org.chuishao.intake;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.chuishao.testkit.architecture.ServiceRules;

/** The service keeps the rules that all services share; mesh proves each by a deliberate violation. */
@AnalyzeClasses(packages = "org.chuishao.intake", importOptions = DoNotIncludeTests.class)
class RulesTest {

    @ArchTest
    static final ArchTests SHARED = ArchTests.in(ServiceRules.class);
}
