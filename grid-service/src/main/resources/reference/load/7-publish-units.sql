-- The compacted topic of units, the province's last.
INSERT INTO outbox (event_id, topic, key, attributes, data)
SELECT gen_random_uuid(), 'units', id, '{}', data FROM published_unit
ORDER BY level DESC, id
