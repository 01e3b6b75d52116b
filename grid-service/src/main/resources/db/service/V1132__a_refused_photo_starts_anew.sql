-- Another file in place of a refused one has its own place, time and stage, and counts in the quota from then on.
GRANT UPDATE (unit, stage, created_at, captured_at, longitude, latitude, crs) ON evidence TO ${app};
