-- The territory: the county desk that holds what nobody else must (区县兜底), the towns, the communities.
WITH area AS (
    SELECT r.code, r.level, r.valid_from,
           concat(city.name, CASE WHEN r.level > 3 THEN county.name END, CASE WHEN r.level > 4 THEN town.name END, r.name) AS name
    FROM region r
    JOIN region city ON city.code = left(r.code, 4)
    JOIN region county ON county.code = left(r.code, 6)
    LEFT JOIN region town ON town.code = left(r.code, 9) AND r.level >= 4
    WHERE r.level IN (3, 4, 5)
)
INSERT INTO unit (id, name, kind, line, level, region, superior, synthetic, valid_from)
SELECT 'U-TERR-' || code,
       name || CASE
           WHEN level = 3 THEN '12345承办中心'
           WHEN name ~ '委(员)?会(（.*）)?$' THEN ''
           WHEN level = 4 THEN CASE WHEN name ~ '街道$' THEN '办事处' WHEN name ~ '[镇乡]$' THEN '人民政府' ELSE '管理委员会' END
           WHEN name ~ '村$' THEN '村民委员会'
           ELSE '居民委员会' END,
       (ARRAY['COUNTY_DESK', 'TOWN', 'COMMUNITY'])[level - 2], NULL, level, code,
       CASE WHEN level > 3 THEN 'U-TERR-' || left(code, length(code) - 3) END, true, valid_from
FROM area
ORDER BY level, code
