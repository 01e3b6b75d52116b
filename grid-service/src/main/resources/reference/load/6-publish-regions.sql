-- The compacted topic of regions, down to the communities. The province goes last: who has read a region without a
-- parent has read all of them.
INSERT INTO outbox (event_id, topic, key, attributes, data)
SELECT gen_random_uuid(), 'regions', code, '{}', data
FROM published_region
WHERE level <= 5
ORDER BY level DESC, code
