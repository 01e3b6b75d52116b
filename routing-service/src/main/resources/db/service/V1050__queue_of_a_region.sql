-- The queue of a dispatcher whose subtree is small: its own order would lead through what waits in the whole province.
create index dispatch_queue_region on dispatch_queue (region);
