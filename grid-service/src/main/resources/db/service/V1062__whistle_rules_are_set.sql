-- The rules of the whistle are set by the API: a region's by its supervisor, those that hold anywhere by those who run it.
GRANT INSERT, UPDATE ON whistle_rule TO ${app};
ALTER TABLE whistle_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE whistle_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY whistle_rule_public ON whistle_rule FOR SELECT USING (true);
CREATE POLICY whistle_rule_added ON whistle_rule FOR INSERT TO ${app}
    WITH CHECK (region = '' OR in_scope(region, '{}'::text[], NULL));
CREATE POLICY whistle_rule_changed ON whistle_rule FOR UPDATE TO ${app}
    USING (region = '' OR in_scope(region, '{}'::text[], NULL));
