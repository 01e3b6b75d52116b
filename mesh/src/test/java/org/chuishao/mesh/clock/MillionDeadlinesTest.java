package org.chuishao.mesh.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chuishao.testkit.DurablePostgres;
import org.chuishao.testkit.PendingDeadlines;
import org.chuishao.testkit.Plans;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With a million deadlines pending no statement of the clocks reads them all; each is the one that production runs. */
class MillionDeadlinesTest {

    private static final int PENDING = 1_000_000;
    private static final String PASSWORD = "none";

    /** Whole ones, not what others are made of. */
    private static final Predicate<String> OF_DEADLINES = Pattern.compile(
                    "(from|update|into|join) deadline\\b(?![^;]*%s)", Pattern.DOTALL)
            .asPredicate();

    /** A parameter as Hibernate writes it. */
    private static final Pattern HIBERNATES = Pattern.compile("\\?([1-9])");

    /** What a corrected notice may touch is whatever runs: once in a year they are gone through, by batches. */
    private static final String ONCE_IN_A_YEAR = "RecountDeadlines.TOUCHED";

    private static DurablePostgres postgres;

    @BeforeAll
    static void layIn() throws SQLException {
        postgres = DurablePostgres.temporary(PASSWORD);
        Flyway.configure()
                .dataSource(postgres.jdbcUrl("grid"), "grid_owner", PASSWORD)
                .locations("db/mesh")
                .placeholders(Map.of("app", "grid_app", "reader", "grid_reader"))
                .load()
                .migrate();
        try (Connection superuser = postgres.superuser("grid")) {
            PendingDeadlines.fill(superuser, PENDING);
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    /** Every statement that a class of this package keeps as a constant. */
    static Stream<Arguments> statements() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(MillionDeadlinesTest.class.getPackageName())
                        .stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && field.getRawType().isEquivalentTo(String.class))
                        .map(field -> Arguments.of(
                                field.getOwner().getSimpleName() + "." + field.getName(), text(field.reflect())))
                        .filter(it -> OF_DEADLINES.test((String) it.get()[1]) && !it.get()[0].equals(ONCE_IN_A_YEAR));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void noStatementReadsThemAll(String name, String sql) throws SQLException {
        try (Plans plans = new Plans(postgres, "grid", "grid_reader", PASSWORD)) {
            assertThat(plans.wholeReads(sql, "deadline")).as(name).isEmpty();
        }
    }

    @Test
    void amongTheStatementsAreThoseOfTheEngineAllDayLong() {
        assertThat(statements().map(it -> it.get()[0]))
                .contains(
                        "DueDeadlines.DUE",
                        "ClockEngine.NEXT",
                        "FireDeadlines.FIRED",
                        "Deadlines.ANNUL",
                        "PastDeadlines.MOVE");
    }

    @Test
    void norDoesTheDoorThatStopsThem() throws SQLException {
        try (Connection app = postgres.superuser("grid");
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("select stop_clocks(gen_random_uuid(), gen_random_uuid(), array['SIGN'])");
            assertThat(reads(statement)).as("sequential, by index").containsExactly(0L, 1L);
        }
    }

    @Test
    void aReadOfThemAllIsFound() throws SQLException {
        try (Plans plans = new Plans(postgres, "grid", "grid_reader", PASSWORD)) {
            assertThat(plans.wholeReads("select * from deadline where rule = $1", "deadline"))
                    .hasSize(1);
        }
    }

    private static List<Long> reads(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select seq_scan, idx_scan from pg_stat_xact_user_tables where relname = 'deadline'")) {
            row.next();
            return List.of(row.getLong(1), row.getLong(2));
        }
    }

    private static String text(Field constant) {
        try {
            constant.setAccessible(true);
            return HIBERNATES.matcher((String) constant.get(null)).replaceAll("\\$$1");
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
