-- A dispatcher takes a waiting ticket in hand for some minutes. It goes with the ticket's place in the queue; who had it
-- when stands in the audit.
alter table dispatch_queue
    add column claimed_by    text,
    add column claimed_at    timestamptz check ((claimed_at is null) = (claimed_by is null)),
    add column claimed_until timestamptz check ((claimed_until is null) = (claimed_by is null));

grant update (claimed_by, claimed_at, claimed_until) on dispatch_queue to ${app};

-- The human step, measured where a dispatcher decided.
alter table decision
    add column waited_seconds  double precision,            -- in the queue, until the decision
    add column handled_seconds double precision,            -- since the dispatcher had claimed it; null without a claim
    add column overrides       text[] not null default '{}'; -- what differs from what was found: its name, a space, what was found
