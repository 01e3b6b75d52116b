-- The compacted topic of regions, down to the communities. The province goes last: who has read a region without a
-- parent has read all of them.
INSERT INTO outbox (event_id, topic, key, attributes, data)
SELECT gen_random_uuid(), 'regions', code, '{}',
       json_build_object('code', code, 'level', level, 'name', name, 'parent', parent, 'synthetic', synthetic,
                         'longitude', longitude, 'latitude', latitude)::text
FROM region
WHERE level <= 5
ORDER BY level DESC, code
