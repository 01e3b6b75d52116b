package org.chuishao.grid.imports;

/** The SQL of an import of units; each takes the rows of the file as JSON. */
final class UnitStatements {

    private static final String FILE = """
            json_to_recordset($1::text::json) AS f (ord int, id text, name text, kind text, line text, level int, region text,
                superior text, valid_from timestamptz, valid_to timestamptz)
            """;

    /** What stands against the file; a unit of others may not be taken over by moving it into one's own region. */
    static final String REFUSED = """
            SELECT f.ord, r.code IS NULL AS nowhere,
                   u.id IS NOT NULL AND NOT in_scope(u.region, '{}', NULL) AS others,
                   f.superior IS NOT NULL AND s.id IS NULL AND NOT EXISTS (
                       SELECT FROM # WHERE f.id = o.superior AND f.valid_to IS NULL) AS no_superior,
                   f.valid_to <= coalesce(f.valid_from, u.valid_from) AS ends_first,
                   u.id IS NULL AND f.valid_to IS NOT NULL AS never_was
            FROM # CROSS JOIN LATERAL (SELECT f.superior) o
            LEFT JOIN region r ON r.code = f.region AND (r.valid_to IS NULL OR r.valid_to > (SELECT app_now()))
            LEFT JOIN unit u ON u.id = f.id
            LEFT JOIN unit s ON s.id = f.superior AND s.valid_to IS NULL
            ORDER BY f.ord
            """;

    private static final String SAME = """
            (u.name, u.kind, u.line, u.level, u.region, u.superior, u.valid_from, u.valid_to) IS NOT DISTINCT FROM
            (f.name, f.kind, f.line, f.level::smallint, f.region, f.superior, coalesce(f.valid_from, u.valid_from), f.valid_to)
            """;

    static final String COUNTS = """
            SELECT count(*) FILTER (WHERE u.id IS NULL) AS added,
                   count(*) FILTER (WHERE u.synthetic) AS replaced,
                   count(*) FILTER (WHERE NOT u.synthetic AND @same) AS unchanged,
                   count(*) FILTER (WHERE NOT u.synthetic AND NOT (@same)) AS changed
            FROM # LEFT JOIN unit u ON u.id = f.id
            """.replace("@same", SAME);

    static final String WRITE = """
            WITH f AS (SELECT * FROM #),
            changed AS (
                UPDATE unit u
                SET name = f.name, kind = f.kind, line = f.line, level = f.level, region = f.region, superior = f.superior,
                    synthetic = false, valid_from = coalesce(f.valid_from, u.valid_from), valid_to = f.valid_to
                FROM f WHERE u.id = f.id AND (u.synthetic OR NOT (@same))
                RETURNING u.id),
            added AS (
                INSERT INTO unit (id, name, kind, line, level, region, superior, synthetic, valid_from)
                SELECT id, name, kind, line, level, region, superior, false, coalesce(valid_from, (SELECT app_now())) FROM f
                WHERE NOT EXISTS (SELECT FROM unit u WHERE u.id = f.id)
                RETURNING id)
            SELECT id FROM changed UNION ALL SELECT id FROM added
            """.replace("@same", SAME);

    /** Units of the file that stand above themselves: whoever escalates would go round for ever. */
    static final String CIRCLES = """
            WITH RECURSIVE up AS (
                SELECT f.ord, f.id AS start, f.superior COLLATE "C" AS at, 1 AS n FROM #
                UNION ALL
                SELECT up.ord, up.start, u.superior, up.n + 1 FROM up JOIN unit u ON u.id = up.at
                WHERE up.at <> up.start AND up.n < 20)
            SELECT ord FROM up WHERE at = start OR n = 20 GROUP BY ord ORDER BY ord
            """;

    static final String PUBLISH = "SELECT publish_units($1)";

    static final String PAGE = """
            SELECT id, name, kind, line, region, superior, valid_from, valid_to FROM unit
            WHERE region >= $1 AND region < $1 || ':' AND id > $2
              AND valid_from <= app_now() AND (valid_to IS NULL OR valid_to > app_now())
            ORDER BY id LIMIT $3
            """;

    static String of(String statement) {
        return statement.replace("#", FILE);
    }

    private UnitStatements() {}
}
