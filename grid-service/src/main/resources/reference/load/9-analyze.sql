-- The first dispatches come before autovacuum does.
ANALYZE region, unit, worker, membership
