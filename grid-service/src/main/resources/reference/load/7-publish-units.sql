-- The compacted topic of units, the province's last.
INSERT INTO outbox (event_id, topic, key, attributes, data)
SELECT gen_random_uuid(), 'units', id, '{}',
       json_build_object('id', id, 'name', name, 'kind', kind, 'line', line, 'level', level, 'region', region,
                         'superior', superior, 'synthetic', synthetic)::text
FROM unit
ORDER BY level DESC, id
