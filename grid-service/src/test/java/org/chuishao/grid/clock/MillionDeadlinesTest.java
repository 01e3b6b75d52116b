package org.chuishao.grid.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.grid.clock.ShowDeadlines.Wanted;
import org.chuishao.grid.page.Conditions;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.testkit.DurablePostgres;
import org.chuishao.testkit.PendingDeadlines;
import org.chuishao.testkit.Plans;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With a million deadlines pending no list of them reads them all, whoever asks and for what. */
class MillionDeadlinesTest {

    private static final int PENDING = 1_000_000;
    private static final String PASSWORD = "none";

    private static DurablePostgres postgres;

    @BeforeAll
    static void layIn() throws SQLException {
        postgres = DurablePostgres.temporary(PASSWORD);
        Flyway.configure()
                .dataSource(postgres.jdbcUrl("grid"), "grid_owner", PASSWORD)
                .locations("db/mesh", "db/service")
                .outOfOrder(true)
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

    static Stream<Wanted> filters() {
        return Stream.of(
                new Wanted(null, null, null, null, null),
                new Wanted(UUID.randomUUID(), null, null, null, null),
                new Wanted(null, Act.RESOLVE, null, null, null),
                new Wanted(null, null, "MISSED", null, null),
                new Wanted(null, null, null, "U-1", null),
                new Wanted(null, null, null, null, "210102"),
                new Wanted(null, Act.SIGN, "RUNNING", "U-1", "2101"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void noListReadsThemAll(Wanted wanted) throws SQLException {
        List<Scope> callers = List.of(
                scope(Set.of("21"), null, null),
                scope(Set.of("2101", "210202"), null, null),
                scope(Set.of(), "U-1", null),
                scope(Set.of(), "U-1", "w-1"));
        Last after = new Last(OffsetDateTime.parse("2026-11-24T08:00:00+08:00"), UUID.randomUUID());
        try (Plans plans = new Plans(postgres, "grid", "grid_app", PASSWORD)) {
            for (Scope caller : callers) {
                assertThat(wholeReads(plans, wanted, caller, null))
                        .as("%s", caller)
                        .isEmpty();
                assertThat(wholeReads(plans, wanted, caller, after))
                        .as("next page, %s", caller)
                        .isEmpty();
            }
        }
    }

    private static List<String> wholeReads(Plans plans, Wanted wanted, Scope caller, @Nullable Last after)
            throws SQLException {
        return plans.wholeReads(ShowDeadlines.sql(new Conditions(), wanted, caller, after, 50), "deadline");
    }

    private static Scope scope(Set<String> regions, @Nullable String unit, @Nullable String worker) {
        return new Scope("s", "role", regions, unit, worker, null);
    }
}
