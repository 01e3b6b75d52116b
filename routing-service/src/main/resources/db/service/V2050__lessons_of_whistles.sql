-- What a whistle taught is offered to the dispatch catalogue beside what conferences decided: departments that came and
-- solved are to assist, one whose objection was upheld is not to be asked.
alter table catalogue_proposal
    add column source   text not null default 'CONFERENCE' check (source in ('CONFERENCE', 'WHISTLE', 'OBJECTION')),
    add column solved   text[] not null default '{}',
    add column released text[] not null default '{}',
    add column times    integer not null default 1 check (times > 0);
comment on column catalogue_proposal.times is 'how often the same was taught while it waits';
-- The same lesson waits once.
create unique index catalogue_proposal_lesson on catalogue_proposal (category, region, solved, released)
    where verdict is null and source <> 'CONFERENCE';
grant update (times) on catalogue_proposal to ${reader};
