-- The industry direct line: an office of each line in the province, the cities and the counties, and a company in each
-- county for the lines that repair. Superiors come first, as each row refers to one before it.
WITH line (code, office, company) AS (VALUES
    ('PUBLIC_SECURITY', NULL, NULL),
    ('EDUCATION', '教育局', NULL),
    ('HEATING', '供热管理办公室', '供热公司'),
    ('POWER', '电力管理办公室', '供电公司'),
    ('GAS', '燃气管理办公室', '燃气公司'),
    ('WATER', '供水管理办公室', '供水公司'),
    ('PROPERTY', '物业管理办公室', '物业服务公司')
), area AS (
    SELECT r.code, r.level, r.valid_from, CASE WHEN r.level = 3 THEN p.name ELSE '' END || r.name AS name
    FROM region r LEFT JOIN region p ON p.code = r.parent
    WHERE r.level <= 3
), office AS (
    SELECT 'U-' || l.code || '-' || a.code AS id,
           a.name || CASE
               WHEN l.code = 'PUBLIC_SECURITY' THEN CASE WHEN a.level = 1 THEN '公安厅' WHEN a.name ~ '区$' THEN '公安分局' ELSE '公安局' END
               WHEN l.code = 'EDUCATION' AND a.level = 1 THEN '教育厅'
               ELSE l.office END AS name,
           'DEPARTMENT' AS kind, l.code AS line, a.level, a.code AS region,
           CASE WHEN a.level > 1 THEN 'U-' || l.code || '-' || left(a.code, length(a.code) - 2) END AS superior, a.valid_from
    FROM line l, area a
), company AS (
    SELECT 'U-' || l.code || '-CO-' || a.code, a.name || l.company,
           'COMPANY', l.code, a.level, a.code, 'U-' || l.code || '-' || a.code, a.valid_from
    FROM line l, area a
    WHERE l.company IS NOT NULL AND a.level = 3
)
INSERT INTO unit (id, name, kind, line, level, region, superior, synthetic, valid_from)
SELECT id, name, kind, line, level, region, superior, true, valid_from
FROM (SELECT * FROM office UNION ALL SELECT * FROM company) u
ORDER BY level, kind DESC, id
