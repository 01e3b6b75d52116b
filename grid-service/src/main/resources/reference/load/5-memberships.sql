-- Who holds which role in each grid: the post of the grid itself, of its community or of its town.
WITH post (role, suffix, region_length, line) AS (VALUES
    ('FULL_TIME_WORKER', '1', 15, NULL),
    ('GRID_CHIEF', 'CHIEF', 12, NULL),
    ('PROPERTY_MANAGER', 'PROPERTY', 12, 'PROPERTY'),
    ('HEATING_FITTER', 'HEATING', 12, 'HEATING'),
    ('POLICE', 'POLICE', 9, 'PUBLIC_SECURITY'),
    ('SCHOOL_INSPECTOR', 'SCHOOLS', 9, 'EDUCATION'),
    ('POWER_FITTER', 'POWER', 9, 'POWER'),
    ('GAS_FITTER', 'GAS', 9, 'GAS'),
    ('WATER_FITTER', 'WATER', 9, 'WATER')
)
INSERT INTO membership (grid, role, worker, line, valid_from)
SELECT g.code, p.role, 'W-' || left(g.code, p.region_length) || '-' || p.suffix, p.line, g.valid_from
FROM region g, post p
WHERE g.level = 6
ORDER BY g.code, p.role
