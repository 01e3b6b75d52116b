-- Three base grids to a community, for the demonstration only: code = community (12) + kind 1 + number (2).
-- The norm is 300 to 500 households in town and about 50 in a village.
INSERT INTO region (code, level, name, parent, kind, households, synthetic, valid_from)
SELECT c.code || '1' || lpad(n::text, 2, '0'), 6, c.name || '第' || (ARRAY['一', '二', '三'])[n] || '网格', c.code, 'BASE',
       CASE WHEN c.name ~ '村(民委员会|委会)?$' THEN 50 ELSE 300 + abs(hashtext(c.code || n)) % 201 END,
       true, c.valid_from
FROM region c, generate_series(1, 3) n
WHERE c.level = 5
ORDER BY c.code, n
