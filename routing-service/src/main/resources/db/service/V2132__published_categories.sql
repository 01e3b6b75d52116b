-- How categories are called, as it was last put onto the compacted topic "categories": only what differs goes out again.
create table published_category (
    code text collate "C" primary key,
    data text not null
);
-- Read and written by who reads the rules, at start and when they change: the owner.
