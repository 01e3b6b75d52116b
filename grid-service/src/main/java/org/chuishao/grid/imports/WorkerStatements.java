package org.chuishao.grid.imports;

/** The SQL of an import of people; each takes the rows of the file as JSON. */
final class WorkerStatements {

    private static final String FILE = """
            json_to_recordset($1::text::json) AS f (ord int, id text, name text, unit text, region text, grid text, role text,
                line text, backup boolean, valid_from timestamptz, valid_to timestamptz)
            """;

    /** The people of the file; a line without a role says from when to when the person himself is there. */
    private static final String PEOPLE = """
            (SELECT f.id, f.name, f.unit, f.region, min(f.valid_from) FILTER (WHERE f.grid IS NULL) AS valid_from,
                    min(f.valid_to) FILTER (WHERE f.grid IS NULL) AS valid_to, bool_or(f.grid IS NULL) AS himself
             FROM # GROUP BY f.id, f.name, f.unit, f.region) p
            """;

    /** The present membership of the line, or the one that ended as the line says. */
    private static final String HELD = """
            LEFT JOIN LATERAL (
                SELECT o.* FROM membership o
                WHERE o.grid = f.grid AND o.role = f.role AND o.worker = f.id
                  AND (o.valid_to IS NULL OR o.valid_to > (SELECT app_now()) OR o.valid_to = f.valid_to)
                ORDER BY o.valid_to DESC NULLS FIRST LIMIT 1) m ON true
            """;

    private static final String SAME_PERSON =
            "(w.name, w.unit, w.region) IS NOT DISTINCT FROM (p.name, p.unit, p.region)"
                    + " AND (NOT p.himself OR w.valid_to IS NOT DISTINCT FROM p.valid_to)";
    private static final String SAME_POST =
            "(m.line, m.backup, m.valid_to) IS NOT DISTINCT FROM (f.line, f.backup, f.valid_to)";

    /** A worker's row that the scope does not show is found by its id all the same when it is written; asked by a door. */
    static final String REFUSED = """
            SELECT f.ord, r.code IS NULL AS nowhere, u.id IS NULL AS no_unit,
                   worker_elsewhere(f.id) AS others,
                   f.grid IS NOT NULL AND f.valid_to IS NULL AND g.code IS NULL AS no_grid,
                   f.line IS NOT NULL AND NOT EXISTS (SELECT FROM unit l WHERE l.line = f.line) AS no_line,
                   f.valid_to <= coalesce(m.valid_from, f.valid_from, CASE WHEN f.grid IS NULL THEN w.valid_from END) AS ends_first,
                   f.valid_to IS NOT NULL AND f.valid_from IS NULL
                       AND CASE WHEN f.grid IS NULL THEN w.id ELSE m.worker END IS NULL AS never_was,
                   m.worker IS NULL AND EXISTS (
                       SELECT FROM membership x WHERE x.grid = f.grid AND x.role = f.role AND x.worker = f.id
                         AND x.valid_from = f.valid_from) AS ended_before
            FROM #
            LEFT JOIN worker w ON w.id = f.id
            LEFT JOIN region r ON r.code = f.region AND (r.valid_to IS NULL OR r.valid_to > (SELECT app_now()))
            LEFT JOIN unit u ON u.id = f.unit AND (u.valid_to IS NULL OR u.valid_to > (SELECT app_now()))
            LEFT JOIN region g ON g.code = f.grid AND (g.valid_to IS NULL OR g.valid_to > (SELECT app_now()))
            @held
            ORDER BY f.ord
            """.replace("@held", HELD);

    static final String PEOPLE_COUNTS = """
            SELECT count(*) FILTER (WHERE w.id IS NULL) AS added,
                   count(*) FILTER (WHERE w.synthetic) AS replaced,
                   count(*) FILTER (WHERE NOT w.synthetic AND @same) AS unchanged,
                   count(*) FILTER (WHERE NOT w.synthetic AND NOT (@same)) AS changed
            FROM @people LEFT JOIN worker w ON w.id = p.id
            """.replace("@people", PEOPLE).replace("@same", SAME_PERSON);

    static final String POST_COUNTS = """
            SELECT count(*) FILTER (WHERE m.worker IS NULL) AS added,
                   count(*) FILTER (WHERE m.worker IS NOT NULL AND @same) AS unchanged,
                   count(*) FILTER (WHERE m.worker IS NOT NULL AND NOT (@same) AND f.valid_to IS NULL) AS changed,
                   count(*) FILTER (WHERE m.worker IS NOT NULL AND NOT (@same) AND f.valid_to IS NOT NULL) AS ended
            FROM # @held WHERE f.grid IS NOT NULL
            """.replace("@held", HELD).replace("@same", SAME_POST);

    static final String WRITE_PEOPLE = """
            WITH p AS (SELECT * FROM @people),
            changed AS (
                UPDATE worker w SET name = p.name, unit = p.unit, region = p.region, synthetic = false,
                    valid_to = CASE WHEN p.himself THEN p.valid_to ELSE w.valid_to END
                FROM p WHERE w.id = p.id AND (w.synthetic OR NOT (@same)))
            INSERT INTO worker (id, name, unit, region, synthetic, valid_from, valid_to)
            SELECT id, name, unit, region, false, coalesce(valid_from, (SELECT app_now())), valid_to FROM p
            WHERE NOT EXISTS (SELECT FROM worker w WHERE w.id = p.id)
            """.replace("@people", PEOPLE).replace("@same", SAME_PERSON);

    static final String WRITE_POSTS = """
            WITH f AS (
                SELECT f.*, m.valid_from AS began FROM # @held WHERE f.grid IS NOT NULL),
            changed AS (
                UPDATE membership m SET line = f.line, backup = f.backup, valid_to = f.valid_to
                FROM f WHERE m.grid = f.grid AND m.role = f.role AND m.worker = f.id AND m.valid_from = f.began
                  AND NOT (@same))
            INSERT INTO membership (grid, role, worker, line, backup, valid_from, valid_to)
            SELECT grid, role, id, line, backup, coalesce(valid_from, (SELECT app_now())), valid_to FROM f
            WHERE began IS NULL
            """.replace("@held", HELD).replace("@same", SAME_POST);

    /** Whoever has left works nowhere. */
    static final String END_POSTS = """
            UPDATE membership m SET valid_to = greatest(p.valid_to, m.valid_from + interval '1 microsecond') FROM @people
            WHERE m.worker = p.id AND p.valid_to IS NOT NULL AND (m.valid_to IS NULL OR m.valid_to > p.valid_to)
            """.replace("@people", PEOPLE);

    /** The roles of each side by side; who has none stands there all the same. */
    static final String PAGE = """
            SELECT w.id, w.name, w.unit, w.region, m.grid, m.role, m.line, m.backup,
                   CASE WHEN m.grid IS NULL THEN w.valid_from ELSE m.valid_from END AS valid_from
            FROM worker w
            LEFT JOIN membership m ON m.worker = w.id AND m.valid_from <= app_now()
                AND (m.valid_to IS NULL OR m.valid_to > app_now())
            WHERE in_scope(w.region, '{}', NULL) AND w.region >= $1 AND w.region < $1 || ':' AND w.id >= $2
              AND (w.id, coalesce(m.grid, ''), coalesce(m.role, '')) > ($2, $3, $4)
              AND w.valid_from <= app_now() AND (w.valid_to IS NULL OR w.valid_to > app_now())
            ORDER BY w.id, coalesce(m.grid, ''), coalesce(m.role, '') LIMIT $5
            """;

    static String of(String statement) {
        return statement.replace("#", FILE);
    }

    private WorkerStatements() {}
}
