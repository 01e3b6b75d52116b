-- What a phone did where there was no network, and when by its own clock: what a supervisor excuses a miss by.
CREATE TABLE captured_act (
    assignment  uuid        NOT NULL,
    act         text        NOT NULL,
    captured_at timestamptz NOT NULL,
    PRIMARY KEY (assignment, act)
);
GRANT SELECT ON captured_act TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON captured_act TO ${reader};
ALTER TABLE captured_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE captured_act FORCE ROW LEVEL SECURITY;
-- Whoever sees the assignment, by its own policy.
CREATE POLICY captured_act_scope ON captured_act FOR SELECT TO ${app}
    USING (EXISTS (SELECT FROM assignment a WHERE a.id = captured_act.assignment));
CREATE POLICY captured_act_reader ON captured_act TO ${reader} USING (true) WITH CHECK (true);

-- A miss that a supervisor has excused (超时免责). It stays missed; what counts misses leaves it out.
CREATE TABLE deadline_excuse (
    deadline    uuid        PRIMARY KEY,
    captured_at timestamptz NOT NULL,
    words       text        NOT NULL,   -- sealed
    supervisor  text        NOT NULL,
    at          timestamptz NOT NULL DEFAULT app_now()
);
GRANT SELECT, INSERT ON deadline_excuse TO ${app};
GRANT SELECT ON deadline_excuse TO ${reader};
ALTER TABLE deadline_excuse ENABLE ROW LEVEL SECURITY;
ALTER TABLE deadline_excuse FORCE ROW LEVEL SECURITY;
-- Whoever sees the clock, by its own policy.
CREATE POLICY deadline_excuse_scope ON deadline_excuse TO ${app}
    USING (EXISTS (SELECT FROM deadline d WHERE d.id = deadline_excuse.deadline));
CREATE POLICY deadline_excuse_reader ON deadline_excuse FOR SELECT TO ${reader} USING (true);
