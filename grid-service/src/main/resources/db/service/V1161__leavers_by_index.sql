-- Who has an end that nobody has dealt with yet is looked for every second by each replica. Planned into its callers' queries it
-- was taken for a third of all memberships, and they were read whole; by itself it asks two indexes.
CREATE OR REPLACE FUNCTION leavers() RETURNS SETOF membership
    LANGUAGE sql STABLE ROWS 20 SET search_path = public, pg_temp AS $$
    SELECT m.* FROM membership m WHERE NOT m.handed_on AND m.valid_to <= (SELECT app_now())
    UNION ALL
    SELECT m.* FROM (SELECT w.id FROM worker w WHERE w.valid_to <= (SELECT app_now()) OFFSET 0) w
    CROSS JOIN LATERAL (
        SELECT m.* FROM membership m
        WHERE m.worker = w.id AND NOT m.handed_on AND (m.valid_to IS NULL OR m.valid_to > (SELECT app_now()))
        OFFSET 0) m
$$;
