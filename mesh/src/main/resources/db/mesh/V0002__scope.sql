-- The scope of a request, set for its transaction by org.chuishao.mesh.scope.Scopes, as row-level security asks for it:
--   CREATE POLICY seen ON ticket TO ${app} USING (in_scope(region, units, worker));
-- A setting that was never made, or has fallen with its transaction, lets nothing be seen.
-- One expression without a sub-select, so that the planner puts it in place of the call. An empty code in the list
-- becomes NULL: as a prefix it would match every region.
CREATE FUNCTION in_scope(region text, units text[], worker text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(region ^@ ANY (string_to_array(current_setting('chuishao.regions', true), ',', '')), false)
        OR coalesce(nullif(current_setting('chuishao.unit', true), '') = ANY (units), false)
        OR coalesce(nullif(current_setting('chuishao.worker', true), '') = worker, false);
