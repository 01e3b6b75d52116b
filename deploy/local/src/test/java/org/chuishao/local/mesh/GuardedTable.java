package org.chuishao.local.mesh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chuishao.local.Service;
import org.chuishao.testkit.Bearer;

/**
 * A table that requests may read, as the database's catalogue has it.
 *
 * @param columns that the role of requests may read
 * @param open everybody may read all of it
 * @param ofAPlace its policy asks for the scope of the row itself, not for a row of another table
 */
record GuardedTable(Service service, String name, String columns, boolean open, boolean ofAPlace) {

    /** A policy for reading is one FOR SELECT or FOR ALL, to the role or to all roles. */
    private static final String TABLES = """
            select c.relname,
                (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    and has_column_privilege(?, c.oid, a.attnum, 'SELECT')) as columns,
                not c.relrowsecurity or exists (select from pg_policies p where p.tablename = c.relname and p.permissive =
                    'PERMISSIVE' and p.cmd in ('SELECT', 'ALL') and p.roles && array['public', ?]::name[] and p.qual = 'true')
                    as open,
                exists (select from pg_policies p where p.tablename = c.relname and p.cmd in ('SELECT', 'ALL')
                    and p.roles && array['public', ?]::name[]
                    and (p.qual like '%in_scope(%' and p.qual not like '%SELECT%' or p.qual like '%chuishao.regions%'))
                    as of_a_place
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                and has_any_column_privilege(?, c.oid, 'SELECT')
            order by 1
            """;

    private static final String ENTER =
            "select set_config('chuishao.regions', ?, true), set_config('chuishao.unit', ?, true),"
                    + " set_config('chuishao.worker', ?, true), set_config('chuishao.citizen', ?, true),"
                    + " set_config('chuishao.role', ?, true)";

    static List<GuardedTable> of(Service service, Connection superuser) throws SQLException {
        List<GuardedTable> tables = new ArrayList<>();
        try (PreparedStatement sql = superuser.prepareStatement(TABLES)) {
            for (int i = 1; i <= 4; i++) {
                sql.setString(i, service.title() + "_app");
            }
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    tables.add(new GuardedTable(
                            service, row.getString(1), row.getString(2), row.getBoolean(3), row.getBoolean(4)));
                }
            }
        }
        return tables;
    }

    /** All its rows as JSON, in the scope of an asker. */
    List<String> rows(Connection superuser, Asker asker) throws SQLException {
        superuser.setAutoCommit(false);
        try (Statement sql = superuser.createStatement()) {
            sql.execute("set local role " + service.title() + "_app");
            enter(superuser, asker.bearer());
            return texts(sql, "");
        } finally {
            superuser.rollback();
            superuser.setAutoCommit(true);
        }
    }

    /** Those that tell of any of the spots, whoever may see them. */
    List<String> telling(Connection superuser, List<Spot> spots) throws SQLException {
        String words = spots.stream()
                .flatMap(spot -> spot.words().stream())
                .map(word -> "'%" + word + "%'")
                .collect(Collectors.joining(", "));
        try (Statement sql = superuser.createStatement()) {
            return texts(sql, " where row_to_json(r)::text like any (array[" + words + "])");
        }
    }

    private List<String> texts(Statement sql, String condition) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = sql.executeQuery(
                "select row_to_json(r)::text from (select " + columns + " from " + name + ") r" + condition)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    private static void enter(Connection connection, Bearer bearer) throws SQLException {
        try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setString(1, String.join(",", bearer.regions()));
            enter.setString(2, bearer.unit() == null ? "" : bearer.unit());
            enter.setString(3, bearer.worker() == null ? "" : bearer.worker());
            enter.setString(4, bearer.citizen() == null ? "" : bearer.citizen());
            enter.setString(5, bearer.role());
            enter.execute();
        }
    }

    @Override
    public String toString() {
        return service.title() + "." + name;
    }
}
