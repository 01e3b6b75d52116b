-- A message that nobody and nothing follows is given to its provider again for as long as a day, whatever the provider's
-- trouble is; but not in the hours in which it would not have been sent.
ALTER TABLE notification ADD COLUMN persists boolean NOT NULL DEFAULT false;
ALTER TABLE notification ADD COLUMN quiet_from time;
ALTER TABLE notification ADD COLUMN quiet_to time;
COMMENT ON COLUMN notification.persists IS 'the last of its ladder: until it is taken its step does not end by its seconds';
COMMENT ON COLUMN notification.quiet_from IS 'of its rule; what is to be sent again waits for the end of these hours';

-- What is due, by the provider that gets it: one that hangs holds up no other.
CREATE INDEX notification_due ON notification (band, channel, next_at) WHERE next_at IS NOT NULL;

CREATE FUNCTION after_quiet(at timestamptz, quiet_from time, quiet_to time, zone text) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN CASE WHEN quiet_from < quiet_to THEN (at AT TIME ZONE zone)::time >= quiet_from AND (at AT TIME ZONE zone)::time < quiet_to
                  ELSE (at AT TIME ZONE zone)::time >= quiet_from OR (at AT TIME ZONE zone)::time < quiet_to END
        THEN ((at AT TIME ZONE zone)::date + CASE WHEN (at AT TIME ZONE zone)::time < quiet_to THEN 0 ELSE 1 END + quiet_to) AT TIME ZONE zone
        ELSE at END;
