package org.chuishao.bench.grid;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.crypto.Sealer;

/** Grid's database: where assignments are laid in, past the service, over the grids and the people that are there. */
final class Stock implements AutoCloseable {

    private static final String OPEN = """
            with holder as (
                select m.grid, m.worker, row_number() over (order by m.grid, m.worker) - 1 as i
                from membership m where m.role in ('FULL_TIME_WORKER', 'GRID_CHIEF') and m.valid_to is null)
            insert into assignment (id, ticket_id, number, lead, unit, region, grid, worker, reason, phase, round, severity,
                category, created_at)
            select md5('bench' || t)::uuid, md5('bench-ticket' || t)::uuid, 'B' || t, true, 'U-TERR-' || left(h.grid, 12),
                h.grid, h.grid, h.worker, 'on duty',
                (array['IN_PROGRESS', 'IN_PROGRESS', 'PENDING_SIGN', 'SUSPENDED'])[1 + abs(hashint4(t)) % 4], 1,
                (array['ORDINARY', 'ORDINARY', 'URGENT', 'INQUIRY', 'SUGGESTION'])[1 + abs(hashint4(t + 1)) % 5],
                'heating.cold', now() - t * interval '1 second'
            from generate_series(1, ?) t join holder h on h.i = t % (select count(*) from holder)
            """;
    private static final String BRIEFS = """
            insert into ticket_brief (ticket_id, kind, channel, secret, title, content)
            select ticket_id, 'COMPLAINT', 'PHONE', false, ?, ? from assignment where number like 'B%'
            """;
    private static final List<String> REST = List.of(
            "insert into assignment_told select unit, id from assignment where number like 'B%'",
            "insert into board_change (region, measure, n) select region, phase, count(*) from assignment"
                    + " where number like 'B%' group by 1, 2",
            "insert into board_mark (id, kind, region, measure) select id, 'LIGHT', region,"
                    + " case when abs(hashtext(number)) % 2 = 0 then 'YELLOW' else 'RED' end from assignment"
                    + " where number like 'B%' and abs(hashtext(number)) % 10 < 2",
            "insert into board_change (region, measure, n) select region, measure, count(*) from board_mark group by 1, 2",
            "select add_up_board()");

    private final Connection connection;

    Stock(String postgres) throws SQLException {
        connection = DriverManager.getConnection("jdbc:postgresql://" + postgres + "/grid", "postgres", "");
    }

    /** As the triggers would count them, one by one. */
    void open(int assignments, Sealer sealer) throws SQLException {
        execute("set session_replication_role = replica");
        execute("set synchronous_commit = off");
        try (PreparedStatement open = connection.prepareStatement(OPEN)) {
            open.setInt(1, assignments);
            open.executeUpdate();
        }
        try (PreparedStatement briefs = connection.prepareStatement(BRIEFS)) {
            briefs.setString(1, sealer.seal("家里暖气不热，室温只有十五度").value());
            briefs.setString(2, sealer.seal("家里暖气不热，已经反映过多次，请尽快派人处理。".repeat(3)).value());
            briefs.executeUpdate();
        }
        for (String statement : REST) {
            execute(statement);
        }
        execute("vacuum analyze assignment, assignment_told, ticket_brief, board_count, region, membership");
    }

    long memberships() throws SQLException {
        return Long.parseLong(texts("select count(*)::text from membership where valid_to is null")
                .get(0));
    }

    /** Some of those who have something in hand. */
    List<String> workers(int count) throws SQLException {
        return texts("select distinct worker from assignment tablesample bernoulli (1) repeatable (1)"
                + " where number like 'B%' and worker is not null order by 1 limit " + count);
    }

    private List<String> texts(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
