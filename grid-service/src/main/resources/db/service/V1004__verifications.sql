-- What a grid is asked to look at before a ticket is dispatched (网格核实).
CREATE TABLE verification (
    ticket_id uuid        PRIMARY KEY,
    number    text,
    region    text COLLATE "C" NOT NULL,
    unit      text,
    worker    text,
    question  text        NOT NULL,
    asked_at  timestamptz NOT NULL,
    waiting   boolean     NOT NULL DEFAULT true
);
COMMENT ON COLUMN verification.region IS 'the grid that is asked, or the smallest place known';
COMMENT ON COLUMN verification.question IS 'sealed, the dispatcher''s';

-- What waits, the oldest first, page by page; few of all.
CREATE INDEX verification_waiting ON verification (asked_at, ticket_id) WHERE waiting;

GRANT SELECT ON verification TO ${app};
GRANT UPDATE (waiting) ON verification TO ${app};
GRANT SELECT, INSERT, UPDATE ON verification TO ${reader};

ALTER TABLE verification ENABLE ROW LEVEL SECURITY;
ALTER TABLE verification FORCE ROW LEVEL SECURITY;
CREATE POLICY verification_scope ON verification TO ${app} USING (in_scope(region, ARRAY[unit], worker));
CREATE POLICY verification_reader ON verification TO ${reader} USING (true);

-- Who is asked to look may see what it is about, while it is asked.
DROP POLICY ticket_brief_scope ON ticket_brief;
CREATE POLICY ticket_brief_scope ON ticket_brief FOR SELECT TO ${app}
    USING (EXISTS (SELECT FROM assignment a WHERE a.ticket_id = ticket_brief.ticket_id)
        OR EXISTS (SELECT FROM verification v WHERE v.ticket_id = ticket_brief.ticket_id AND v.waiting));
