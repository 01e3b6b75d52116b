package org.chuishao.grid.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chuishao.grid.page.Conditions;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.testkit.DurablePostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A stream that comes back after a busy day looks at what it is told, whoever listens: when all streams of a county come
 * back at once, none of them reads the day. {@code -Dchuishao.notices=1000000} lays in a province's.
 */
class MillionNoticesTest {

    private static final int NOTICES = Integer.getInteger("chuishao.notices", 100_000);
    private static final int MOST = 257;
    private static final String PASSWORD = "none";

    /** 14 cities of 8 counties of 15 towns of 10 communities of 3 grids; the fiftieth is a whistle, to three. */
    private static final String FILL = """
            insert into inbox_notice (kind, subject, ticket_id, phase, region, units, worker)
            select case when n % 50 = 0 then 'WHISTLE' else 'ASSIGNMENT' end, gen_random_uuid(), gen_random_uuid(),
                'PENDING_SIGN', grid, case when n % 50 = 0 then array[unit, 'U-' || n % 300, 'U-HEATING-' || left(grid, 6)]
                else array[unit] end, 'W-' || grid || '-1'
            from generate_series(1, :notices::bigint) n,
            lateral (select '21' || lpad((1 + n * 7919 % 14)::text, 2, '0') || lpad((1 + n * 104729 / 14 % 8)::text, 2, '0')
                || lpad((1 + n / 112 % 15)::text, 3, '0') || lpad((1 + n / 1680 % 10)::text, 3, '0')
                || '10' || 1 + n / 16800 % 3 as grid) g,
            lateral (select 'U-TERR-' || left(grid, 12) as unit) u""";

    private static final Pattern ROWS =
            Pattern.compile("(Scan|Only Scan)[^\\n]*actual time=[0-9.]+ rows=([0-9.]+) loops=([0-9]+)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by (?:Filter|Index Recheck): ([0-9]+)");

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
        try (Connection superuser = postgres.superuser("grid");
                Statement sql = superuser.createStatement()) {
            sql.execute(FILL.replace(":notices", String.valueOf(NOTICES)));
            sql.execute("vacuum analyze inbox_notice");
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    static Stream<Scope> listeners() {
        return Stream.of(
                scope(Set.of("21"), null, null),
                scope(Set.of("2101"), null, null),
                scope(Set.of("210102"), null, null),
                scope(Set.of("210102", "210203"), null, null),
                scope(Set.of("210101001"), null, null),
                scope(Set.of("210101001001"), null, null),
                scope(Set.of("210101001001101"), null, null),
                scope(Set.of(), "U-TERR-210101001001", null),
                scope(Set.of(), "U-HEATING-210101", null),
                scope(Set.of(), null, "W-210101001001101-1"),
                scope(Set.of(), "U-NOBODY", "W-NOBODY"));
    }

    /** Each part of a scope is looked at for as many as are wanted, or for the whistles and grids beside it. */
    @ParameterizedTest
    @MethodSource("listeners")
    void noStreamReadsTheDayAnew(Scope listener) throws SQLException {
        String plan = plan(listener);
        assertThat(plan).doesNotContain("Seq Scan");
        assertThat(looked(plan)).as(plan).isLessThan(10L * MOST);
    }

    private static String plan(Scope scope) throws SQLException {
        Conditions values = new Conditions();
        String sql = Missed.sql(values, scope, new Mark(1), new Mark(Long.MAX_VALUE), MOST);
        try (Connection reader = DriverManager.getConnection(postgres.jdbcUrl("grid"), "grid_reader", PASSWORD);
                Statement statement = reader.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare missed as " + sql);
            String given = IntStream.range(0, values.values().size())
                    .mapToObj(i -> "'" + values.values().getValue(i) + "'")
                    .collect(Collectors.joining(", "));
            try (ResultSet rows = statement.executeQuery("explain (analyze, timing) execute missed(" + given + ")")) {
                StringBuilder lines = new StringBuilder();
                while (rows.next()) {
                    lines.append(rows.getString(1)).append('\n');
                }
                return lines.toString();
            }
        }
    }

    private static long looked(String plan) {
        double rows = ROWS.matcher(plan)
                .results()
                .mapToDouble(it -> Double.parseDouble(it.group(2)) * Double.parseDouble(it.group(3)))
                .sum();
        List<MatchResult> removed = REMOVED.matcher(plan).results().toList();
        return (long) (rows
                + removed.stream().mapToLong(it -> Long.parseLong(it.group(1))).sum());
    }

    private static Scope scope(Set<String> regions, @Nullable String unit, @Nullable String worker) {
        return new Scope("s", "role", regions, unit, worker, null);
    }
}
