-- The industry direct line: an office of each line in the province (its name there, where it has another), the cities and the
-- counties, and a company in each county for the lines that repair. Superiors come first, as each row refers to one before it.
-- A further line is a row here and one among routing's lines; its code comes before WATER, whose province office is published
-- last and tells readers that they have all.
WITH line (code, office, company, province) AS (VALUES
    ('PUBLIC_SECURITY', NULL, NULL, NULL),
    ('EDUCATION', '教育局', NULL, '教育厅'),
    ('HEATING', '供热管理办公室', '供热公司', NULL),
    ('POWER', '电力管理办公室', '供电公司', NULL),
    ('GAS', '燃气管理办公室', '燃气公司', NULL),
    ('WATER', '供水管理办公室', '供水公司', NULL),
    ('PROPERTY', '物业管理办公室', '物业服务公司', NULL),
    ('NATURAL_RESOURCES', '自然资源局', NULL, '自然资源厅'),
    ('HOUSING', '住房和城乡建设局', NULL, '住房和城乡建设厅'),
    ('FINANCE', '金融发展局', NULL, '地方金融管理局'),
    ('CULTURE_TOURISM', '文化旅游和广播电视局', NULL, '文化和旅游厅'),
    ('TRANSPORT', '交通运输局', NULL, '交通运输厅'),
    ('URBAN_MANAGEMENT', '城市管理综合行政执法局', NULL, '城市管理办公室'),
    ('HEALTH_COMMISSION', '卫生健康局', NULL, '卫生健康委员会'),
    ('MARKET_REGULATION', '市场监督管理局', NULL, NULL),
    ('HUMAN_RESOURCES', '人力资源和社会保障局', NULL, '人力资源和社会保障厅'),
    ('ENVIRONMENT', '生态环境局', NULL, '生态环境厅'),
    ('MEDICAL_SECURITY', '医疗保障局', NULL, NULL),
    ('CIVIL_AFFAIRS', '民政局', NULL, '民政厅'),
    ('AGRICULTURE', '农业农村局', NULL, '农业农村厅')
), area AS (
    SELECT r.code, r.level, r.valid_from, CASE WHEN r.level = 3 THEN p.name ELSE '' END || r.name AS name
    FROM region r LEFT JOIN region p ON p.code = r.parent
    WHERE r.level <= 3
), office AS (
    SELECT 'U-' || l.code || '-' || a.code AS id,
           a.name || CASE
               WHEN l.code = 'PUBLIC_SECURITY' THEN CASE WHEN a.level = 1 THEN '公安厅' WHEN a.name ~ '区$' THEN '公安分局' ELSE '公安局' END
               WHEN a.level = 1 THEN coalesce(l.province, l.office)
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
