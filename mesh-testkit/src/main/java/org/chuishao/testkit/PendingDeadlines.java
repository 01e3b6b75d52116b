package org.chuishao.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Very many deadlines of a province, laid into a migrated database as they stand there on an ordinary day. */
public final class PendingDeadlines {

    private static final String FILL = """
            insert into deadline (id, ticket_id, lock_key, round, assignment, act, region, unit, worker, rule, calendar,
                provisional, limit_unit, counted, counted_from, band, started_at, due_at, next_at)
            select gen_random_uuid(), gen_random_uuid(), i, 1, gen_random_uuid(),
                (array['SIGN', 'CONTACT', 'ARRIVE', 'RESOLVE'])[1 + i %% 4],
                format('21%%s02%%s', lpad((1 + i %% 14)::text, 2, '0'), lpad((i %% 1000)::text, 6, '0')),
                'U-' || i %% 5000, case when i %% 3 = 0 then 'w-' || i %% 20000 end, 'r@1', 'c', i %% 50 = 0, 'wd', '5wd',
                app_now(), (i %% 2)::smallint, app_now(), app_now() + i * interval '1 second',
                app_now() + i * interval '1 second'
            from generate_series(1, %d) as i
            """;
    private static final String INDEXES = """
            select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
            where indrelid = 'deadline'::regclass and not indisprimary
            """;

    private PendingDeadlines() {}

    /** The indexes are made anew afterwards, which takes a fraction of the time. */
    public static void fill(Connection superuser, int count) throws SQLException {
        List<String> made = new ArrayList<>();
        try (Statement statement = superuser.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(INDEXES)) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                    made.add(rows.getString(2));
                }
            }
            statement.execute("set maintenance_work_mem = '256MB'");
            statement.execute("drop index " + String.join(", ", names));
            statement.execute(FILL.formatted(count));
            for (String index : made) {
                statement.execute(index);
            }
            statement.execute("vacuum analyze deadline");
        }
    }
}
