-- A unit as it goes onto the topic "units", at the first start and when it changes; one that has ended is taken off it.
CREATE VIEW published_unit AS
SELECT id, level,
       CASE WHEN valid_to IS NULL THEN
           json_build_object('id', id, 'name', name, 'kind', kind, 'line', line, 'level', level, 'region', region,
                             'superior', superior, 'synthetic', synthetic)::text END AS data
FROM unit;
GRANT SELECT ON published_unit TO ${app};
CREATE FUNCTION publish_units(ids text[]) RETURNS void
    LANGUAGE sql AS $$
    INSERT INTO outbox (event_id, topic, key, attributes, data)
    SELECT gen_random_uuid(), 'units', id, '{}', data FROM published_unit WHERE id = ANY (ids)
    ORDER BY level DESC, id
$$;

-- Whether somebody of that id belongs to a region that the scope does not cover: an import may not take him over. No more is
-- told of him.
CREATE FUNCTION worker_elsewhere(who text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM worker w WHERE w.id = who AND NOT in_scope(w.region, '{}'::text[], NULL))
$$;
REVOKE EXECUTE ON FUNCTION worker_elsewhere FROM PUBLIC;
GRANT EXECUTE ON FUNCTION worker_elsewhere TO ${app};
