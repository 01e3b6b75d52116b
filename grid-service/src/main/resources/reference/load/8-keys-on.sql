-- As the migration made them.
ALTER TABLE worker
    ADD CONSTRAINT worker_unit_fkey FOREIGN KEY (unit) REFERENCES unit,
    ADD CONSTRAINT worker_region_fkey FOREIGN KEY (region) REFERENCES region;
ALTER TABLE membership
    ADD CONSTRAINT membership_grid_fkey FOREIGN KEY (grid) REFERENCES region,
    ADD CONSTRAINT membership_worker_fkey FOREIGN KEY (worker) REFERENCES worker
