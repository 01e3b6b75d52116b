-- Which assignments a unit has, or was told of (抄送). The same is in assignment.unit and .copies, but under row-level
-- security Postgres asks only leakproof operators of an index, and "array contains" is none: a unit's list went through the
-- assignments of all.
CREATE TABLE assignment_told (
    unit          text NOT NULL,
    assignment_id uuid NOT NULL,
    PRIMARY KEY (unit, assignment_id)           -- in the list's order
);

ALTER TABLE assignment_told ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment_told FORCE ROW LEVEL SECURITY;
CREATE POLICY assignment_told_unit ON assignment_told FOR SELECT TO ${app}
    USING (unit = nullif(current_setting('chuishao.unit', true), ''));
-- For the trigger, which runs as the owner, whoever makes the assignment.
CREATE POLICY assignment_told_kept ON assignment_told TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT ON assignment_told TO ${app};

-- Neither unit nor copies change once an assignment is made.
CREATE FUNCTION keep_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO assignment_told (unit, assignment_id)
    SELECT DISTINCT told, NEW.id FROM unnest(array_append(NEW.copies::text[], NEW.unit)) told;
    RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION keep_told FROM PUBLIC;
CREATE TRIGGER assignment_is_told AFTER INSERT ON assignment FOR EACH ROW EXECUTE FUNCTION keep_told();

-- The owner sees assignments only where he does not force himself under their policies.
ALTER TABLE assignment NO FORCE ROW LEVEL SECURITY;
INSERT INTO assignment_told (unit, assignment_id)
SELECT DISTINCT told, id FROM assignment, unnest(array_append(copies::text[], unit)) told;
ALTER TABLE assignment FORCE ROW LEVEL SECURITY;
DROP INDEX assignment_copies;

-- Lists of a subtree that hold also what is done.
CREATE INDEX assignment_region ON assignment (region);
