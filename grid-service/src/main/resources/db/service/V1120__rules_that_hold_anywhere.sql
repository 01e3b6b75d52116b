-- A rule that holds anywhere is written by those who run the system, and by nobody else; one of a region by whoever has it
-- in his scope. The role is set for the transaction with the scope; what was never set may write nothing.
CREATE FUNCTION may_set_rule(region text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN coalesce(region, '') = '' THEN coalesce(current_setting('chuishao.role', true), '') = 'ops'
                ELSE in_scope(region, '{}'::text[], NULL) END;

DROP POLICY whistle_rule_added ON whistle_rule;
DROP POLICY whistle_rule_changed ON whistle_rule;
CREATE POLICY whistle_rule_added ON whistle_rule FOR INSERT TO ${app} WITH CHECK (may_set_rule(region));
CREATE POLICY whistle_rule_changed ON whistle_rule FOR UPDATE TO ${app} USING (may_set_rule(region));

DROP POLICY rule_set ON clock_rule;
DROP POLICY rule_ended ON clock_rule;
CREATE POLICY rule_set ON clock_rule FOR INSERT TO ${app} WITH CHECK (may_set_rule(region));
CREATE POLICY rule_ended ON clock_rule FOR UPDATE TO ${app} USING (may_set_rule(region));
