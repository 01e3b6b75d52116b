-- Notices are told in the order of their numbers, and wait for whoever is writing notices and for nobody else. They waited
-- for the oldest transaction of the whole server: an import of minutes, or another service's, held up all streams.

-- Given while the lock below is held, and by no default: a default is taken before a trigger runs.
ALTER TABLE inbox_notice DROP CONSTRAINT inbox_notice_pkey;
ALTER TABLE inbox_notice ALTER seq DROP IDENTITY;
ALTER TABLE inbox_notice DROP COLUMN xid;
ALTER TABLE inbox_notice ADD PRIMARY KEY (seq);
CREATE SEQUENCE inbox_notice_number OWNED BY inbox_notice.seq;
-- one is given at least: the last that was given says nothing before there is one
SELECT setval('inbox_notice_number', (SELECT coalesce(max(seq), 0) + 1 FROM inbox_notice));
GRANT USAGE, SELECT ON SEQUENCE inbox_notice_number TO ${app}, ${reader};
COMMENT ON COLUMN inbox_notice.seq IS 'told when no writer is left that may still give a lower one: what is behind a mark never grows';

-- A transaction says once that it writes notices, with the last number that was given before: all of its own are above
-- it. By a shared lock, so that nobody waits, which goes with the transaction however that ends. 1762 names these locks;
-- a lock has place for 31 bits of the number.
CREATE FUNCTION number_notice() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('chuishao.notices', true), '') <> 'written' THEN
        PERFORM pg_advisory_xact_lock_shared(1762, (last_value & 2147483647)::int) FROM inbox_notice_number;
        PERFORM set_config('chuishao.notices', 'written', true);
    END IF;
    NEW.seq := nextval('inbox_notice_number');
    RETURN NEW;
END
$$;
CREATE TRIGGER inbox_notice_numbered BEFORE INSERT ON inbox_notice
    FOR EACH ROW EXECUTE FUNCTION number_notice();

-- Up to which number all notices stand, or never will: nothing can appear up to it any more. In this order: whoever had
-- been given a number by the first step has shown his lock before, and is seen by the second step or has ended. What is
-- read by it has to be read in a statement that begins later.
CREATE FUNCTION settled_notices() RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    given bigint;
    begun bigint;
BEGIN
    SELECT last_value INTO given FROM inbox_notice_number;
    SELECT given - max(w.behind) INTO begun
    FROM (SELECT (given - l.objid::bigint) & 2147483647 AS behind FROM pg_locks l
          WHERE l.locktype = 'advisory' AND l.classid = 1762 AND l.objsubid = 2
            AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())) w
    WHERE w.behind < 1073741824;        -- the others have begun since the first step
    RETURN coalesce(begun, given);
END
$$;
REVOKE EXECUTE ON FUNCTION number_notice, settled_notices FROM PUBLIC;
GRANT EXECUTE ON FUNCTION number_notice TO ${app}, ${reader};
GRANT EXECUTE ON FUNCTION settled_notices TO ${reader};

-- What a stream missed, by what its scope is, from its mark on: when the network of a county comes back all its streams ask
-- at once. A province is nearly all, and read by number; a grid is few of its community.
CREATE INDEX inbox_notice_city ON inbox_notice (left(region, 4), seq);
CREATE INDEX inbox_notice_county ON inbox_notice (left(region, 6), seq);
CREATE INDEX inbox_notice_town ON inbox_notice (left(region, 9), seq);
CREATE INDEX inbox_notice_community ON inbox_notice (left(region, 12), seq);
CREATE INDEX inbox_notice_worker ON inbox_notice (worker, seq) WHERE worker IS NOT NULL;
CREATE INDEX inbox_notice_unit ON inbox_notice ((units[1]), seq) WHERE kind = 'ASSIGNMENT';
-- a whistle concerns several, and is rare
CREATE INDEX inbox_notice_called ON inbox_notice USING gin (units) WHERE kind = 'WHISTLE';
