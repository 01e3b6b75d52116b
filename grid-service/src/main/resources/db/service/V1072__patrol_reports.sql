-- What workers found on patrol: whose, where, when. What it is about stands on the log, as of any ticket.
CREATE TABLE patrol_report (
    ticket_id      uuid        PRIMARY KEY,
    grid           text COLLATE "C" NOT NULL,
    worker         text        NOT NULL,
    solved_on_spot boolean     NOT NULL,
    reported_at    timestamptz NOT NULL
);
-- A worker's own, and those of a region; newest first.
CREATE INDEX patrol_report_worker ON patrol_report (worker, ticket_id);
CREATE INDEX patrol_report_grid ON patrol_report (grid);

GRANT SELECT, INSERT ON patrol_report TO ${app};
GRANT SELECT ON patrol_report TO ${reader};
ALTER TABLE patrol_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE patrol_report FORCE ROW LEVEL SECURITY;
CREATE POLICY patrol_report_scope ON patrol_report TO ${app} USING (in_scope(grid, '{}'::text[], worker));
CREATE POLICY patrol_report_reader ON patrol_report FOR SELECT TO ${reader} USING (true);
