package org.chuishao.grid.imports;

/** The SQL of an import; each takes the rows of the file as JSON. */
final class ImportStatements {

    private static final String FILE = """
            json_to_recordset($1::text::json) AS f (ord int, code text, level int, name text, parent text, kind text,
                households int, valid_from timestamptz, outline text)
            """;

    /** What stands against the file: a code outside of what the caller may see lies in no region of his. */
    static final String REFUSED = """
            SELECT f.ord, f.level,
                   CASE WHEN f.level = 1 THEN g.code IS NULL
                        ELSE p.code IS NULL AND f.parent NOT IN (SELECT code FROM #) END AS nowhere,
                   g.valid_to IS NOT NULL AND (NOT g.synthetic OR EXISTS (
                       SELECT FROM region_successor s WHERE s.code = f.code)) AS ended
            FROM #
            LEFT JOIN region p ON p.code = f.parent AND p.valid_to IS NULL
            LEFT JOIN region g ON g.code = f.code
            ORDER BY f.ord
            """.replace("#", FILE);

    static final String COUNTS = """
            SELECT count(*) FILTER (WHERE g.code IS NULL OR g.valid_to IS NOT NULL) AS added,
                   count(*) FILTER (WHERE g.synthetic AND g.valid_to IS NULL) AS replaced,
                   count(*) FILTER (WHERE NOT g.synthetic AND g.name = f.name
                       AND coalesce(f.households, g.households) IS NOT DISTINCT FROM g.households
                       AND coalesce(f.valid_from, g.valid_from) = g.valid_from
                       AND coalesce(decode(f.outline, 'hex'), g.outline) IS NOT DISTINCT FROM g.outline) AS unchanged
            FROM # LEFT JOIN region g ON g.code = f.code
            """.replace("#", FILE);
    /** A community that gets real base grids loses its synthetic ones; their codes end and still resolve. */
    static final String END_SYNTHETIC = """
            UPDATE region SET valid_to = (SELECT app_now())
            WHERE parent = ANY (SELECT f.parent FROM # WHERE f.kind = 'BASE')
              AND level = 6 AND kind = 'BASE' AND synthetic AND valid_to IS NULL AND code NOT IN (SELECT code FROM #)
            RETURNING code
            """.replace("#", FILE);

    static final String END_MEMBERSHIPS =
            "UPDATE membership SET valid_to = (SELECT app_now()) WHERE grid = ANY ($1) AND valid_to IS NULL";
    static final String WRITE = """
            WITH f AS (SELECT f.*, decode(f.outline, 'hex') AS wkb FROM #),
            changed AS (
                UPDATE region g
                SET name = f.name, households = coalesce(f.households, g.households), synthetic = false, valid_to = NULL,
                    valid_from = coalesce(f.valid_from, CASE WHEN g.synthetic THEN (SELECT app_now()) ELSE g.valid_from END),
                    outline = coalesce(f.wkb, g.outline)
                FROM f
                WHERE g.code = f.code
                  AND (g.synthetic OR (g.name, g.households, g.valid_from, g.outline) IS DISTINCT FROM (f.name,
                       coalesce(f.households, g.households), coalesce(f.valid_from, g.valid_from), coalesce(f.wkb, g.outline)))
                RETURNING g.code),
            added AS (
                INSERT INTO region (code, level, name, parent, kind, households, synthetic, valid_from, outline)
                SELECT code, level, name, parent, kind, households, false, coalesce(valid_from, (SELECT app_now())), wkb FROM f
                WHERE NOT EXISTS (SELECT FROM region g WHERE g.code = f.code)
                RETURNING code)
            SELECT code FROM changed UNION ALL SELECT code FROM added
            """.replace("#", FILE);
    /**
     * People stay with a code that stays; a new grid takes over those who serve the whole community or town, so that a
     * dispatch finds the grid chief until the grid has a worker of its own. The bounds are made before the join: computed
     * in it they would be no condition of the index under row-level security, and each line would read all memberships.
     */
    static final String TAKE_OVER = """
            WITH f AS (SELECT code, parent FROM # WHERE level = 6),
            bound AS MATERIALIZED (SELECT DISTINCT parent, parent || ':' AS beyond FROM f),
            serving AS MATERIALIZED (
                SELECT DISTINCT b.parent, m.role, m.worker, m.line
                FROM bound b
                JOIN membership m ON m.grid >= b.parent AND m.grid < b.beyond AND NOT m.backup AND m.valid_to IS NULL
                JOIN worker w ON w.id = m.worker AND length(w.region) <= 12 AND w.valid_to IS NULL)
            INSERT INTO membership (grid, role, worker, line, valid_from)
            SELECT f.code, s.role, s.worker, s.line, (SELECT app_now())
            FROM f JOIN serving s ON s.parent = f.parent
            WHERE NOT EXISTS (SELECT FROM membership o WHERE o.grid = f.code AND o.valid_to IS NULL)
            ON CONFLICT DO NOTHING
            """.replace("#", FILE);
    /** Base grids of the file's communities that stay as they are. */
    static final String STAYING = """
            SELECT code, outline FROM region
            WHERE parent = ANY ($1) AND level = 6 AND kind = 'BASE' AND outline IS NOT NULL AND code <> ALL ($2)
              AND (valid_to IS NULL OR valid_to > (SELECT app_now()))
            """;

    static final String PUBLISH = "SELECT publish_regions($1)";

    private ImportStatements() {}
}
