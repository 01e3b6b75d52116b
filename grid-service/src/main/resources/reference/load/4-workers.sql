-- People by their post only: the demonstration invents no names. A grid has its own full-time worker, a community its
-- chief, property manager and heating fitter, a town its police officer, its inspector of schools and its fitters of power,
-- gas and water.
WITH post (suffix, title, level, unit_prefix, unit_length) AS (VALUES
    ('1', '专职网格员', 6, 'U-TERR-', 12),
    ('CHIEF', '网格长', 5, 'U-TERR-', 12),
    ('PROPERTY', '物业经理', 5, 'U-PROPERTY-CO-', 6),
    ('HEATING', '供热维修员', 5, 'U-HEATING-CO-', 6),
    ('POLICE', '社区民警', 4, 'U-PUBLIC_SECURITY-', 6),
    ('SCHOOLS', '责任督学', 4, 'U-EDUCATION-', 6),
    ('POWER', '供电维修员', 4, 'U-POWER-CO-', 6),
    ('GAS', '供气维修员', 4, 'U-GAS-CO-', 6),
    ('WATER', '供水维修员', 4, 'U-WATER-CO-', 6)
)
INSERT INTO worker (id, name, unit, region, synthetic, valid_from)
SELECT 'W-' || r.code || '-' || p.suffix, r.name || p.title, p.unit_prefix || left(r.code, p.unit_length), r.code, true, r.valid_from
FROM post p JOIN region r ON r.level = p.level
ORDER BY r.code, p.suffix
